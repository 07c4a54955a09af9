// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/longest_of_one_curve.h"

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

std::optional<std::size_t> longest(const std::vector<Curve>& curves) {
  std::vector<const Curve*> all;
  for (const Curve& curve : curves) all.push_back(&curve);
  return longest_of_one_curve(all);
}

TEST(LongestOfOneCurve, IsTheOneTheOthersAreStretchesOf) {
  EXPECT_EQ(longest({part_of_a_line(-1, 1), part_of_a_line(-2, 2), part_of_a_line(0, 2, 7)}), 1u);
  EXPECT_EQ(longest({part_of_a_line(-1, 1, 3), part_of_a_line(-1, 1)}), 0u);
}

TEST(LongestOfOneCurve, IsNoneWhereOneLeavesOrReachesFarther) {
  Curve bent = part_of_a_line(-1, 1, 2);
  bent.y[1] += 1e-6;
  EXPECT_FALSE(longest({bent, part_of_a_line(-2, 2)}));
  EXPECT_FALSE(longest({part_of_a_line(-2, 2), bent}));
  EXPECT_FALSE(longest({part_of_a_line(-1, 2), part_of_a_line(-2, 1.5)}));
}

TEST(LongestOfOneCurve, IsNoneWhereTheyLookDifferentOrHaveGaps) {
  Curve dashed = part_of_a_line(-1, 1), cut = part_of_a_line(-1, 1, 4), back = part_of_a_line(1, -1);
  dashed.dash = Dash::dashed;
  cut.y[2] = NAN;
  for (const Curve& curve : {dashed, cut, back, Curve{.mark = {.id = "line"}}})
    EXPECT_FALSE(longest({part_of_a_line(-2, 2), curve}));
}

}  // namespace
}  // namespace theta
