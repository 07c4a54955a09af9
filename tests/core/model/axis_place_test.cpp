// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/axis_place.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(AxisPlace, AnAxisLiesBetweenItsEnds) {
  const AxisPlace linear = axis_place({.low = -2, .high = 6}, 100, 500);
  EXPECT_EQ(linear.place(-2), 100);
  EXPECT_EQ(linear.place(6), 500);
  EXPECT_EQ(linear.place(0), 200);
  EXPECT_EQ(linear.place(8), 600) << "and goes on beyond them";
  const AxisPlace log = axis_place({.scale = AxisScale::log, .low = 0.01, .high = 100}, 0, 40);
  EXPECT_NEAR(log.place(0.01), 0, 1e-12);
  EXPECT_NEAR(log.place(1), 20, 1e-12);
  EXPECT_NEAR(log.place(10), 30, 1e-12);
}

TEST(AxisPlace, ValuesAreFoundAgainAlsoOnAxesThatRunTheOtherWay) {
  for (const AxisScale scale : {AxisScale::linear, AxisScale::log}) {
    for (const auto& [first, last] : {std::pair(0.0, 300.0), {300.0, 0.0}}) {
      const Axis axis{.scale = scale, .low = 0.5, .high = 2000};
      const AxisPlace place = axis_place(axis, first, last);
      for (const double value : {0.5, 1.0, 77.7, 2000.0, 1e5}) {
        EXPECT_NEAR(place.value(place.place(value)) / value, 1, 1e-12);
        EXPECT_NEAR(from_along(axis, along(axis, value)) / value, 1, 1e-12);
      }
    }
  }
}

TEST(AxisPlace, ALogAxisHasNoPlaceForZeroAndLess) {
  const Axis axis{.scale = AxisScale::log, .low = 1, .high = 10};
  for (const double value : {0.0, -1.0}) {
    EXPECT_TRUE(std::isnan(along(axis, value)));
    EXPECT_TRUE(std::isnan(axis_place(axis, 0, 1).place(value)));
    EXPECT_EQ(along({.low = -1, .high = 1}, value), value);
  }
}

}  // namespace
}  // namespace theta
