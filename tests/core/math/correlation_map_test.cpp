// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/correlation_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

TEST(CorrelationMap, OfReluIsTheArcCosineKernel) {
  const CorrelationMap map(unit_of(Activation::relu), {2, 0}, 1);
  EXPECT_NEAR(map.at(0), 0.318309886183791, 1e-12);
  EXPECT_NEAR(map.at(0.5), 0.608997781044229, 1e-12);
  EXPECT_NEAR(map.at(0.9), 0.909538398844672, 1e-12);
  EXPECT_NEAR(map.slope(0.5), 1 - std::acos(0.5) / std::numbers::pi, 1e-12);
  EXPECT_EQ(map.limit(), 1);
}

TEST(CorrelationMap, OfTanhEndsWhereTheTableSays) {
  const struct {
    double weight_variance, bias_variance, limit, depth;
  } rows[] = {{1.3, 0, 0, 112.034},
              {1.5, 0.05, 1, 15.7910},
              {2.0, 0.05, 0.74408242, 25.2134},
              {2.5, 0.05, 0.44680423, 11.7956},
              {4.0, 0.05, 0.16506496, 6.98027},
              {4.0, 0, 0, 7.97963}};
  const Unit unit = unit_of(Activation::tanh);
  for (const auto& row : rows) {
    const Initialisation init{row.weight_variance, row.bias_variance};
    const CorrelationMap map(unit, init, settled_variance(unit, init).value());
    EXPECT_NEAR(map.limit(), row.limit, 6e-9) << row.weight_variance;
    EXPECT_NEAR(-1 / std::log(map.slope(map.limit())), row.depth, 6e-6 * row.depth) << row.weight_variance;
  }
}

TEST(CorrelationMap, FixesOneAndHasTheSlopeOfItsDifferences) {
  const Unit unit = unit_of(Activation::gelu);
  const Initialisation init{1.7, 0.1};
  const CorrelationMap map(unit, init, settled_variance(unit, init).value());
  EXPECT_NEAR(map.at(1), 1, 1e-9);
  for (const double c : {0.1, 0.5, 0.9})
    EXPECT_NEAR(map.slope(c), (map.at(c + 1e-5) - map.at(c - 1e-5)) / 2e-5, 1e-8);
}

}  // namespace
}  // namespace theta
