// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/phase_boundary.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

constexpr int a_side = 60;

PhaseBoundary boundary_of(Activation activation, double bias_variance) {
  const Unit unit = unit_of(activation);
  return phase_boundary(moment_table(unit, a_side), bias_variance, unit).value();
}

TEST(PhaseBoundary, TheEdgeOfChaosOfTanh) {
  const struct {
    double bias_variance, weight_variance, tolerance;
  } rows[] = {{0, 1, 1e-9},
              {0.01, 1.424205290489, 1e-11},
              {0.05, 1.760954639607, 1e-11},
              {0.1, 1.986072641136, 1e-11},
              {0.3, 2.50512718968, 1e-10}};
  for (const auto& [bias_variance, weight_variance, tolerance] : rows) {
    const PhaseBoundary found = boundary_of(Activation::tanh, bias_variance);
    EXPECT_NEAR(found.weight_variance, weight_variance, tolerance) << bias_variance;
    EXPECT_TRUE(found.is_edge) << bias_variance;
    const MomentTable table = moment_table(unit_of(Activation::tanh), a_side);
    EXPECT_NEAR(phase_boundary(table, bias_variance)->weight_variance, weight_variance, 1e-3)
        << bias_variance;
  }
}

TEST(PhaseBoundary, ReluHasAnEdgeWithoutBiasOnly) {
  EXPECT_NEAR(boundary_of(Activation::relu, 0).weight_variance, 2, 1e-12);
  EXPECT_TRUE(boundary_of(Activation::relu, 0).is_edge);
  for (const double bias_variance : {0.01, 0.1, 1.0}) {
    EXPECT_NEAR(boundary_of(Activation::relu, bias_variance).weight_variance, 2, 1e-9) << bias_variance;
    EXPECT_FALSE(boundary_of(Activation::relu, bias_variance).is_edge) << "the variance grows without limit";
  }
}

// What begins at 1 grows from there, or falls: no variance in between stays.
TEST(PhaseBoundary, AGeluThatGrowsFromTheStartExplodes) {
  for (const Activation activation : {Activation::gelu, Activation::silu}) {
    const Unit unit = unit_of(activation);
    for (const double bias_variance : {0.0, 0.05}) {
      const PhaseBoundary found = boundary_of(activation, bias_variance);
      EXPECT_NEAR(found.weight_variance, (1 - bias_variance) / moments(unit, 1).second_moment, 1e-9);
      EXPECT_FALSE(found.is_edge);
      const Initialisation below{found.weight_variance * 0.99, bias_variance},
          above{found.weight_variance * 1.01, bias_variance};
      EXPECT_LT(gradient_factor(unit, below, settled_variance(unit, below).value()), 0.9);
      EXPECT_FALSE(settled_variance(unit, above));
      EXPECT_GT(gradient_factor(unit, above, 1e6), 1);
    }
  }
}

TEST(PhaseBoundary, PhasesAreThoseTheVarianceSettlesIn) {
  for (const Activation activation :
       {Activation::tanh, Activation::gelu, Activation::elu, Activation::selu}) {
    const Unit unit = unit_of(activation);
    for (const double bias_variance : {0.02, 0.4, 2.0}) {
      const PhaseBoundary found = boundary_of(activation, bias_variance);
      const auto factor = [&](double weight_variance) {
        const Initialisation init{weight_variance, bias_variance};
        return gradient_factor(unit, init, settled_variance(unit, init).value_or(1e12));
      };
      EXPECT_LT(factor(0.98 * found.weight_variance), 1) << facts(activation).id << bias_variance;
      EXPECT_GT(factor(1.02 * found.weight_variance), 1) << facts(activation).id << bias_variance;
    }
  }
}

TEST(PhaseBoundary, ASigmoidStaysOrdered) {
  EXPECT_FALSE(phase_boundary(moment_table(unit_of(Activation::sigmoid), a_side), 0.1));
}

}  // namespace
}  // namespace theta
