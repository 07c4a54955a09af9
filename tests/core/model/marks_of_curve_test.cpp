// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/marks_of_curve.h"

#include <Eigen/Core>
#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

using Line = std::vector<Eigen::Vector2d>;

Line level(int points) {
  Line line;
  for (int i = 0; i < points; ++i) line.emplace_back(i, 0);
  return line;
}

Line marks(Marker marker, const Line& line, double pixel = 1) {
  return marks_of_curve(marker, std::span<const Eigen::Vector2d>(line), pixel);
}

TEST(MarksOfCurve, AreAllPointsOfFew) { EXPECT_EQ(marks(Marker::disc, level(64)), level(64)); }

TEST(MarksOfCurve, AreLargerWhereTheyStandApart) {
  const Curve few{.mark = {.id = "few"}, .x = std::vector<double>(64)},
      many{.mark = {.id = "many"}, .x = std::vector<double>(65)};
  EXPECT_GT(mark_size(many), mark_size(few));
}

TEST(MarksOfCurve, StandApartOnMany) {
  Line line = level(400);
  line[60].y() = NAN;
  for (const double pixel : {0.5, 1.0, 2.0}) {
    const Line found = marks(Marker::disc, line, pixel);
    ASSERT_GT(found.size(), 3u);
    for (std::size_t i = 1; i < found.size(); ++i) {
      EXPECT_GE(found[i].x() - found[i - 1].x(), 48 * pixel);
      EXPECT_LE(found[i].x() - found[i - 1].x(), 48 * pixel + 2);
    }
  }
}

TEST(MarksOfCurve, OfEachShapeStandElsewhere) {
  double last = 0;
  for (const Marker marker : {Marker::disc, Marker::square, Marker::triangle, Marker::diamond}) {
    const double first = marks(marker, level(400)).front().x();
    EXPECT_GE(first, last + 6);
    last = first;
  }
  EXPECT_LT(last, 48);
}

}  // namespace
}  // namespace theta
