// SPDX-License-Identifier: GPL-3.0-or-later
// What the formulas compute is tested in code_test.cpp, by running them.
#include "core/labs/python_formula.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace theta
