// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/pushed_density.h"

#include "core/math/activation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

Mapping mapping(Activation activation) {
  Mapping mapping{.value = [=](double x) { return evaluate(activation, x).value; },
                  .slope = [=](double x) { return evaluate(activation, x).slope; }};
  for (const Kink& kink : kinks(activation, {})) mapping.corners.push_back(kink.x);
  return mapping;
}

double normal(double x, double m, double s) { return normal_density((x - m) / s) / s; }

double at(const Mapping& f, double m, double s, double y) {
  return pushed_density(f, m, s, std::vector{y}).at(0);
}

TEST(PushedDensity, OfAOneToOneFunctionIsClosed) {
  const Mapping exponential{.value = [](double x) { return std::exp(x); },
                            .slope = [](double x) { return std::exp(x); }};
  for (const double y : {0.01, 0.4, 1.0, 7.0}) {
    const double want = normal(std::log(y), 0.3, 1.2) / y;
    EXPECT_NEAR(at(exponential, 0.3, 1.2, y) / want, 1, 1e-12) << y;
  }
  for (const double y : {-0.999, -0.3, 0.0, 0.81}) {
    const double want = normal(std::atanh(y), -0.5, 2) / (1 - y * y);
    EXPECT_NEAR(at(mapping(Activation::tanh), -0.5, 2, y) / want, 1, 1e-11) << y;
  }
  EXPECT_EQ(at(mapping(Activation::tanh), 0, 1, 1.1), 0);
}

TEST(PushedDensity, SumsOverAllThatGiveTheOutput) {
  const Mapping square{.value = [](double x) { return x * x; }, .slope = [](double x) { return 2 * x; }};
  for (const double y : {1e-9, 1e-4, 0.3, 4.0}) {  // the first between two samples about the turning point
    const double root = std::sqrt(y), want = (normal(root, 0.4, 0.7) + normal(-root, 0.4, 0.7)) / (2 * root);
    EXPECT_NEAR(at(square, 0.4, 0.7, y) / want, 1, 1e-9) << y;
  }
  EXPECT_EQ(at(square, 0.4, 0.7, -1e-9), 0);
  // With preimages found by bisection elsewhere.
  EXPECT_NEAR(at(mapping(Activation::gelu), -0.3, 0.9, -0.1375), 4.478, 5e-4);
}

TEST(PushedDensity, HasNothingWhereTheFunctionJumpsOrHasAPole) {
  const Mapping inverse{.value = [](double x) { return 1 / x; },
                        .slope = [](double x) { return -1 / (x * x); }};
  EXPECT_NEAR(at(inverse, 0.1, 1, 2.0), normal(0.5, 0.1, 1) / 4, 1e-12);
  EXPECT_EQ(at(mapping(Activation::sign), 0, 1, 0.5), 0);
  EXPECT_EQ(at(mapping(Activation::relu), 0, 1, -0.5), 0);
  EXPECT_NEAR(at(mapping(Activation::relu), 0, 1, 0.5), normal(0.5, 0, 1), 1e-12);
}

}  // namespace
}  // namespace theta
