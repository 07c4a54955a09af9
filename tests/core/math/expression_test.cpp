// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/expression.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <sstream>
#include <string>

namespace theta {
namespace {

Expression parsed(const std::string& text) {
  auto result = Expression::parse(text);
  if (const auto* error = std::get_if<ExpressionError>(&result))
    throw std::invalid_argument(text + ": " + error->what);
  return std::move(std::get<Expression>(result));
}

TEST(Expression, GivesTheValueOfItsFormula) {
  const struct {
    const char* formula;
    double x, want;
  } cases[] = {{"x", 3, 3},
               {"-x^2", 3, -9},
               {"2^3^2", 0, 512},
               {"2^-x", 1, 0.5},
               {"1 + 2*x - 4/x", 2, 3},
               {"−x · 2 × 3", 1, -6},
               {"pi", 0, std::numbers::pi},
               {"π*x", 2, 2 * std::numbers::pi},
               {"e", 0, std::numbers::e},
               {"1e-3*x", 2, 0.002},
               {"exp(x)", 1, std::numbers::e},
               {"expm1(x)", 1e-12, std::expm1(1e-12)},
               {"log(x)", 10, std::log(10)},
               {"ln(x)", 10, std::log(10)},
               {"log1p(x)", 1e-12, std::log1p(1e-12)},
               {"log2(x)", 8, 3},
               {"log10(x)", 1000, 3},
               {"sqrt(x)", 9, 3},
               {"cbrt(x)", -27, -3},
               {"abs(x)", -2, 2},
               {"sign(x)", -2, -1},
               {"step(x)", 0, 0},
               {"step(x)", 1e-300, 1},
               {"floor(x)", -1.5, -2},
               {"ceil(x)", -1.5, -1},
               {"rint(x)", 2.7, 3},
               {"sin(x)", 1, std::sin(1)},
               {"cos(x)", 1, std::cos(1)},
               {"tan(x)", 1, std::tan(1)},
               {"asin(x)", 0.5, std::asin(0.5)},
               {"acos(x)", 0.5, std::acos(0.5)},
               {"atan(x)", 2, std::atan(2)},
               {"sinh(x)", 1, std::sinh(1)},
               {"cosh(x)", 1, std::cosh(1)},
               {"tanh(x)", 1, std::tanh(1)},
               {"asinh(x)", 1, std::asinh(1)},
               {"acosh(x)", 2, std::acosh(2)},
               {"atanh(x)", 0.5, std::atanh(0.5)},
               {"erf(x)", 1, std::erf(1)},
               {"erfc(x)", 6, std::erfc(6)},
               {"Phi(x)", 0, 0.5},
               {"phi(x)", 0, 1 / std::sqrt(2 * std::numbers::pi)},
               {"sigmoid(x)", 0, 0.5},
               {"softplus(x)", 0, std::numbers::ln2},
               {"relu(x)", -3, 0},
               {"gelu(x)", 1, 0.841344746068542949},
               {"silu(x)", 1, 0.731058578630004879},
               {"elu(x)", -1, std::expm1(-1)},
               {"mish(x)", 1, 0.865098388267310350},
               {"min(3, x, 2)", 1, 1},
               {"max(3, x, 2)", 1, 3},
               {"sum(3, x, 2)", 1, 6},
               {"avg(3, x, 2)", 1, 2},
               {"x < 1", 1, 0},
               {"x <= 1", 1, 1},
               {"x > 1 || x == 1", 1, 1},
               {"x >= 1 && x != 1", 1, 0},
               {"x > 0 ? 5 : 7", 0, 7}};
  for (const auto& each : cases)
    EXPECT_NEAR(parsed(each.formula)(each.x), each.want, 1e-15 * std::max(1.0, std::abs(each.want)))
        << each.formula;
}

TEST(Expression, EveryNameOfTheHelpIsKnown) {
  for (const ExpressionName& known : expression_names()) {
    EXPECT_FALSE(known.help.empty());
    std::string name(known.name);
    if (name.find_first_of("+<&?,(") != name.npos) continue;
    const std::string formula = name == "e" ? name : name + "(x)";
    EXPECT_TRUE(std::holds_alternative<Expression>(Expression::parse(formula))) << formula;
  }
}

TEST(Expression, ARefusalPointsAtTheCharacter) {
  const std::string long_text(1001, '1');
  const std::string deep = std::string(101, '(') + "x" + std::string(101, ')');
  const struct {
    std::string formula;
    std::size_t position;
    const char* what;
  } cases[] = {{"", 0, "the formula is empty"},
               {"   ", 0, "the formula is empty"},
               {"x + foo(x)", 4, "“foo” is not known"},
               {"π + y", 4, "“y” is not known"},
               {"x +", 3, "the formula ends too soon"},
               {"(x + 1", 6, "a closing parenthesis is missing"},
               {"x + 1)", 5, "a parenthesis is out of place"},
               {"x + * 2", 4, "“*” is out of place"},
               {"x = 2", 2, "nothing can be assigned; == compares"},
               {"x = = 2", 2, "nothing can be assigned; == compares"},
               {"max(1, 2), x", 9, "a formula has one result"},
               {"π, max(1, 2)", 1, "a formula has one result"},
               {"\"a\"", 0, "a formula holds no text"},
               {long_text, 1000, "longer than 1000 characters"},
               {deep, 100, "more than 100 nested parentheses"}};
  for (const auto& each : cases) {
    const auto result = Expression::parse(each.formula);
    const auto* error = std::get_if<ExpressionError>(&result);
    ASSERT_NE(error, nullptr) << each.formula;
    EXPECT_EQ(error->position, each.position) << each.formula;
    EXPECT_EQ(error->what, each.what) << each.formula;
  }
}

TEST(Expression, EveryRefusalSaysWhy) {
  for (const char* formula : {"2 x", "x 2", "sin", "sin x", "sin()", "sin(x, 2)", "max()", "((x)", "x ? 1",
                              "1 ..2", "x^^2", ",x", "x,", "#", "x; 2", "\xff\xfe", "{x}", "x:1", "@"}) {
    const auto result = Expression::parse(formula);
    const auto* error = std::get_if<ExpressionError>(&result);
    ASSERT_NE(error, nullptr) << formula;
    EXPECT_FALSE(error->what.empty()) << formula;
    EXPECT_LE(error->position, std::string(formula).size()) << formula;
  }
}

/// Formulas of ordinary kind at places easy and hard: values and derivatives computed to 60 digits.
TEST(Expression, DerivativesAreGolden) {
  std::ifstream stream(std::string(THETA_GOLDEN) + "/expression.csv");
  std::string line;
  std::getline(stream, line);
  int rows = 0;
  while (std::getline(stream, line)) {
    std::istringstream cells(line);
    std::string formula, cell;
    std::getline(cells, formula, ';');
    double number[4] = {};
    for (double& each : number) {
      std::getline(cells, cell, ';');
      each = std::strtod(cell.c_str(), nullptr);
    }
    const ExpressionValue got = parsed(formula).evaluate(number[0]);
    const double wants[] = {number[1], number[2], number[3]}, gots[] = {got.value, got.slope, got.curvature};
    for (int order = 0; order < 3; ++order) {
      const double want = wants[order], tolerance = order == 0 ? 1e-9 : 1e-7;  // sin(50·1000) has lost digits
      EXPECT_NEAR(gots[order], want, tolerance * std::max(1.0, std::abs(want)))
          << formula << " at " << number[0] << ", derivative " << order;
    }
    ++rows;
  }
  EXPECT_GE(rows, 500);
}

TEST(Expression, AtAKinkThereIsNoSlope) {
  for (const char* formula : {"abs(x)", "relu(x)", "max(x, 0)", "step(x)", "x > 0 ? x : 2*x", "sign(x)"})
    EXPECT_TRUE(std::isnan(parsed(formula).evaluate(0).slope)) << formula;
  EXPECT_NEAR(parsed("x*abs(x)").evaluate(0).slope, 0, 1e-7);
  EXPECT_TRUE(std::isnan(parsed("x*abs(x)").evaluate(0).curvature));
  EXPECT_NEAR(parsed("abs(x)^3").evaluate(0).slope, 0, 1e-7);
}

TEST(Expression, WhereThereIsNoValueThereIsNoNumber) {
  EXPECT_FALSE(std::isfinite(parsed("1/x")(0)));
  EXPECT_TRUE(std::isnan(parsed("sqrt(x)")(-1)));
  EXPECT_TRUE(std::isnan(parsed("log(x)").evaluate(-1).slope));
}

TEST(Expression, MayBeMovedAndUsed) {
  Expression first = parsed("x + 1");
  const Expression second = std::move(first);
  EXPECT_EQ(second(2), 3);
}

}  // namespace
}  // namespace theta
