// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/python_formula.h"

#include "core/labs/all.h"
#include "core/model/value_text.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <utility>

namespace theta {
namespace {

std::string translated_to_python(const char* formula) { return python_formula(formula).formula; }

TEST(PythonFormula, KeepsArithmeticAndNamesTheLibrary) {
  EXPECT_EQ(translated_to_python("x*tanh(softplus(x))"), "x * np.tanh(softplus(x))");
  EXPECT_EQ(translated_to_python("-x^2"), "-x**2");
  EXPECT_EQ(translated_to_python("ln(x)"), "np.log(x)");
}

TEST(PythonFormula, PartsWithoutXAreTheirValues) {
  EXPECT_EQ(translated_to_python("x + sqrt(4)"), "x + 2.0");
  EXPECT_EQ(translated_to_python("x * (1 - 3)"), "x * (-2.0)");
  EXPECT_EQ(translated_to_python("2 > 1 ? x : 0"), "x");
}

TEST(PythonFormula, ConditionsBecomeChoicesOfArrays) {
  EXPECT_EQ(translated_to_python("x > 1"), "np.where(x > 1.0, 1.0, 0.0)");
  EXPECT_EQ(translated_to_python("x ? 1 : x"), "np.where(x != 0, 1.0, x)");
}

TEST(PythonFormula, DefinesWhatItCallsAndNothingElse) {
  const std::string functions = python_formula("mish(x)").functions;
  EXPECT_NE(functions.find("def mish(x):"), functions.npos);
  EXPECT_EQ(functions.find("def gelu(x):"), functions.npos);
}

/// What the formulas compute, by running them.
class CodeOfAFormula : public testing::TestWithParam<const char*> {};

TEST_P(CodeOfAFormula, numpy_computes_what_is_drawn) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const Lab& lab = *find_lab("activations");
  Values values = initial_values(lab);
  for (const auto& [id, text] : {std::pair{"functions", "custom"},
                                 {"highlight", "custom"},
                                 {"expression", GetParam()},
                                 {"low", "0.25"},
                                 {"high", "3"},
                                 {"probe", "0.7"}}) {
    const std::size_t place = find_field(lab.fields, id).value();
    values[place] = parse_value(lab.fields[place], text);
  }
  expect_drawn(lab, values, CodeLibrary::numpy);
}

INSTANTIATE_TEST_SUITE_P(
    Activations, CodeOfAFormula,
    testing::Values(
        "x*tanh(softplus(x))", "-x^2 + 2^-x^2 − 3·x", "x > 1 ? x < 2 ? 1 : 2 : exp(1) > 2 ? x : 0",
        "(x > 1 && x < 2 || x == 3) * x", "min(x, 1, 0.5*x) + max(1, 2, x^2) + sum(x, 1, pi)",
        "avg(1, x) + ln(x) + log2(x)/log10(1 + x) + cbrt(-x) + sqrt(2)^x", "1 < x < 2",
        "erf(x) + erfc(x) + Phi(x) + phi(x) + sigmoid(x) + relu(x - 1) + gelu(x) + silu(x)",
        "elu(-x) + mish(x) + step(x - 1) + sign(x - 1) + floor(x) + ceil(x) + rint(x)",
        "asin(x/4) + acos(x/4) + atan(x) + sinh(x) + cosh(x) + asinh(x) + acosh(1 + x) + atanh(x/4)",
        "expm1(x) + log1p(x) + abs(-x) + sin(x) + cos(x) + tan(x/3) + e*π", "1/(x - 1e0) + x*-2"));

}  // namespace
}  // namespace theta
