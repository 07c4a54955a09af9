// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/coordinates.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

const QRectF plot(40, 30, 300, 200);

TEST(Coordinates, GoToPixelsAndBack) {
  const Axis linear{.low = -2, .high = 5}, log{.scale = AxisScale::log, .low = 1e-3, .high = 1e4};
  for (const bool polar : {false, true}) {
    for (const Axis& y : {linear, log}) {
      const Coordinates at = coordinates(linear, polar ? linear : y, plot, polar);
      for (const Point point : {Point{0.3, 1.5}, Point{-1.9, 4.9}, Point{3.1, 0.2}}) {
        if (polar && std::abs(point.x) > std::numbers::pi) continue;
        const Point back = at.value(at.pixel(point));
        EXPECT_NEAR(back.x, point.x, 1e-12);
        EXPECT_NEAR(back.y, point.y, 1e-12 * std::max(1.0, point.y));
      }
    }
  }
}

TEST(Coordinates, HaveTheirLimitsAtThePlotsEdges) {
  const Coordinates at = coordinates({.low = 2, .high = 4}, {.low = -1, .high = 1}, plot, false);
  EXPECT_EQ(at.pixel({2, -1}), plot.bottomLeft());
  EXPECT_EQ(at.pixel({4, 1}), plot.topRight());
  EXPECT_TRUE(at.shows(at.pixel({3, 0})));
  EXPECT_FALSE(at.shows(at.pixel({4.1, 0})));
  EXPECT_FALSE(at.shows({std::nan(""), 100}));
}

TEST(Coordinates, SquareUnitsAreAsLongOnBothAxes) {
  Axis x{.low = 0, .high = 1}, y{.low = -1, .high = 1};
  make_square(x, y, plot.size());
  EXPECT_NEAR((x.high - x.low) / plot.width(), (y.high - y.low) / plot.height(), 1e-15);
  EXPECT_LE(x.low, 0);
  EXPECT_GE(x.high, 1);
  EXPECT_LE(y.low, -1);
  EXPECT_NEAR((x.low + x.high) / 2, 0.5, 1e-15) << "about the same middle";
}

}  // namespace
}  // namespace theta
