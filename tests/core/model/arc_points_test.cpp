// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/arc_points.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST(ArcPoints, BeginAndEndWhereTheArcDoes) {
  const std::vector<Point> points =
      arc_points({.centre = {1, 2}, .radius = 3, .from = 0.5, .to = -1}, 30, 0.1);
  EXPECT_NEAR(distance(points.front(), {1 + 3 * std::cos(0.5), 2 + 3 * std::sin(0.5)}), 0, 1e-14);
  EXPECT_NEAR(distance(points.back(), {1 + 3 * std::cos(-1), 2 + 3 * std::sin(-1)}), 0, 1e-14);
}

TEST(ArcPoints, ChordsStayNearTheArc) {
  for (const double drawn : {0.2, 1.0, 30.0, 4000.0}) {
    const double flat = 0.1;
    const std::vector<Point> points =
        arc_points({.centre = {}, .radius = 1, .from = 0, .to = 2 * std::numbers::pi}, drawn, flat);
    const double sagitta = drawn * (1 - std::cos(std::numbers::pi / static_cast<double>(points.size() - 1)));
    EXPECT_LE(sagitta, flat + 1e-12) << drawn;
    EXPECT_LT(points.size(), 500u);
  }
}

TEST(ArcPoints, TurnsOnceAtMost) {
  const std::vector<Point> points = arc_points({.centre = {}, .radius = 1, .from = 0, .to = 1e9}, 100, 0.1);
  EXPECT_LT(points.size(), 200u);
  EXPECT_NEAR(distance(points.back(), {1, 0}), 0, 1e-12);
}

TEST(ArcPoints, AnArcOfNoTurnIsAPoint) {
  const std::vector<Point> points = arc_points({.centre = {}, .radius = 2, .from = 1, .to = 1}, 100, 0.1);
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(distance(points[0], points[1]), 0);
}

}  // namespace
}  // namespace theta
