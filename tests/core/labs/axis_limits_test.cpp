// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(AxisLimits, RoundedUpIsNeverBelowAndNeverFarAbove) {
  for (double number = 1e-9; number < 1e9; number *= 1.37) {
    EXPECT_GE(rounded_up(number), number * (1 - 1e-11));
    EXPECT_LE(rounded_up(number), 1.35 * number);
  }
  EXPECT_EQ(rounded_up(1), 1);
  EXPECT_EQ(rounded_up(1.01), 1.2);
  EXPECT_EQ(rounded_up(8.1), 10);
}

TEST(AxisLimits, RoundedOutwardHoldsTheStretchAndIsHighEnough) {
  for (const double low : {-1e6, -3.2, 0.0, 0.07, 41.0}) {
    for (const double height : {0.0, 0.3, 12.0, 7e5}) {
      const Limits limits = rounded_outward(low, low + height, 0.5);
      EXPECT_LE(limits.low, low);
      EXPECT_GE(limits.high, low + height);
      EXPECT_GE(limits.high - limits.low, 0.5);
    }
  }
}

TEST(AxisLimits, SmallChangesMoveNothing) {
  const Limits before = rounded_outward(-1.02, 3.41, 1), after = rounded_outward(-1.03, 3.42, 1);
  EXPECT_EQ(before.low, after.low);
  EXPECT_EQ(before.high, after.high);
}

}  // namespace
}  // namespace theta
