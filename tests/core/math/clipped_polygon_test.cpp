// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/clipped_polygon.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

using Eigen::Vector2d;
using Eigen::Vector3d;

double area(const std::vector<Vector2d>& outline) {
  double twice = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vector2d &a = outline[i], &b = outline[(i + 1) % outline.size()];
    twice += a.x() * b.y() - a.y() * b.x();
  }
  return twice / 2;
}

const std::vector<Vector2d> two_by_two = {{0, 0}, {2, 0}, {2, 2}, {0, 2}};

TEST(ClippedPolygon, KeepsTheSideTheNormalPointsTo) {
  EXPECT_NEAR(area(clipped_polygon<2>(two_by_two, {1, 0}, 0.5)), 3, 1e-14);
  EXPECT_NEAR(area(clipped_polygon<2>(two_by_two, {-1, 0}, -0.5)), 1, 1e-14);
  EXPECT_NEAR(area(clipped_polygon<2>(two_by_two, {1, 1}, 1)), 3.5, 1e-14);
  EXPECT_NEAR(area(clipped_polygon<2>(two_by_two, {1, 0}, -1)), 4, 1e-14);
  EXPECT_TRUE(clipped_polygon<2>(two_by_two, {1, 0}, 3).empty());
  EXPECT_TRUE(clipped_polygon<2>({}, {1, 0}, 0).empty());
}

TEST(ClippedPolygon, BothSidesOfANotchMakeUpTheWhole) {
  const std::vector<Vector2d> notched = {{0, 0}, {4, 0}, {4, 3}, {2, 1}, {0, 3}};
  for (const double at : {0.5, 1.5, 2.5}) {
    const double above = area(clipped_polygon<2>(notched, {0, 1}, at));
    EXPECT_NEAR(above + area(clipped_polygon<2>(notched, {0, -1}, -at)), area(notched), 1e-13);
  }
}

TEST(ClippedPolygon, CutsInSpaceAtThePlane) {
  const std::vector<Vector3d> triangle = {{0, 0, 1}, {1, 0, -1}, {0, 1, -1}};
  const std::vector<Vector3d> front = clipped_polygon<3>(triangle, {0, 0, 1}, 0);
  ASSERT_EQ(front.size(), 3u);
  EXPECT_LT((front[0] - Vector3d(0, 0, 1)).norm(), 1e-15);
  EXPECT_LT((front[1] - Vector3d(0.5, 0, 0)).norm(), 1e-15);
  EXPECT_LT((front[2] - Vector3d(0, 0.5, 0)).norm(), 1e-15);
}

}  // namespace
}  // namespace theta
