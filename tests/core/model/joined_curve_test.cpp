// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/joined_curve.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

/// The line y = 3x from one place to another, in so many pieces.
Curve part_of_a_line(double from, double to, int pieces = 1) {
  Curve curve{.mark = {.id = "line"}};
  for (int i = 0; i <= pieces; ++i) {
    curve.x.push_back(std::lerp(from, to, i / static_cast<double>(pieces)));
    curve.y.push_back(3 * curve.x.back());
  }
  return curve;
}

std::optional<Curve> joined(const std::vector<Curve>& curves) {
  std::vector<const Curve*> all;
  for (const Curve& curve : curves) all.push_back(&curve);
  return joined_curve(all);
}

TEST(JoinedCurve, IsTheOneTheOthersAreStretchesOf) {
  EXPECT_EQ(joined({part_of_a_line(-1, 1), part_of_a_line(-2, 2), part_of_a_line(0, 2, 7)}),
            part_of_a_line(-2, 2));
  EXPECT_EQ(joined({part_of_a_line(-1, 1, 3), part_of_a_line(-1, 1)}), part_of_a_line(-1, 1, 3));
}

TEST(JoinedCurve, ReachesFromTheFirstEndToTheLast) {
  const auto curve = joined({part_of_a_line(0, 5), part_of_a_line(-2, 1), part_of_a_line(-1, 3)});
  ASSERT_TRUE(curve);
  EXPECT_EQ(curve->x, (std::vector<double>{-2, 1, 3, 5}));
  EXPECT_EQ(curve->y, (std::vector<double>{-6, 3, 9, 15}));
}

TEST(JoinedCurve, IsNoneWhereOneLeavesOrTheyDoNotMeet) {
  Curve bent = part_of_a_line(-1, 1, 2);
  bent.y[1] += 1e-6;
  EXPECT_FALSE(joined({bent, part_of_a_line(-2, 2)}));
  EXPECT_FALSE(joined({part_of_a_line(-2, 2), bent}));
  EXPECT_FALSE(joined({part_of_a_line(-2, -1), part_of_a_line(1, 2)}));
}

TEST(JoinedCurve, IsNoneWhereTheyLookDifferentOrHaveGaps) {
  Curve dashed = part_of_a_line(-1, 1), cut = part_of_a_line(-1, 1, 4), back = part_of_a_line(1, -1);
  dashed.dash = Dash::dashed;
  cut.y[2] = NAN;
  for (const Curve& curve : {dashed, cut, back, Curve{.mark = {.id = "line"}}})
    EXPECT_FALSE(joined({part_of_a_line(-2, 2), curve}));
}

}  // namespace
}  // namespace theta
