// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/derivative.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

Derivatives at(double (*f)(double), double x) { return derivatives(f, x, f(x)); }

TEST(Derivative, AtAKinkThereIsNone) {
  const struct {
    const char* name;
    double (*f)(double);
    double x;
  } kinks[] = {{"abs", [](double x) { return std::abs(x); }, 0},
               {"steep side", [](double x) { return x > 2 ? 5 * x - 10 : 0; }, 2},
               {"jump", [](double x) { return x > 1 ? 1.0 : 0.0; }, 1},
               {"far out", [](double x) { return std::abs(x - 1000.5); }, 1000.5}};
  for (const auto& kink : kinks) {
    EXPECT_TRUE(std::isnan(at(kink.f, kink.x).first)) << kink.name;
    EXPECT_TRUE(std::isnan(at(kink.f, kink.x).second)) << kink.name;
  }
}

TEST(Derivative, WhereOnlyTheCurvatureJumpsTheSlopeStands) {
  const Derivatives half_square = at([](double x) { return x > 0 ? x * x : 0.0; }, 0);
  EXPECT_NEAR(half_square.first, 0, 1e-9);
  EXPECT_TRUE(std::isnan(half_square.second));
}

TEST(Derivative, BesideAKinkItIsThatOfItsOwnSide) {
  for (const double x : {1e-6, 1e-4, 0.01, 0.2}) {
    EXPECT_NEAR(at([](double t) { return std::abs(t); }, x).first, 1, 1e-9) << x;
    EXPECT_NEAR(at([](double t) { return std::abs(t); }, -x).first, -1, 1e-9) << x;
  }
}

/// 1/12 right of the kink two quotients of curvature, and no third, agree on 2/3.
TEST(Derivative, TwoThatAgreeByChanceAreNotEnough) {
  const Derivatives bent = at([](double x) { return std::min(x / 2, 1.0) + x * x; }, 25.0 / 12);
  EXPECT_NEAR(bent.second, 2, 1e-7);
}

TEST(Derivative, OfWhatHasNoValueIsNone) {
  EXPECT_TRUE(std::isnan(at([](double x) { return std::log(x); }, -1).first));
  EXPECT_TRUE(std::isnan(at([](double x) { return 1 / x; }, 0).first));
}

TEST(Derivative, OfAConstantIsZero) {
  for (const double x : {-1e6, 0.0, 0.1, 1e10}) {
    EXPECT_EQ(at([](double) { return 7.0; }, x).first, 0) << x;
    EXPECT_EQ(at([](double) { return 7.0; }, x).second, 0) << x;
  }
}

}  // namespace
}  // namespace theta
