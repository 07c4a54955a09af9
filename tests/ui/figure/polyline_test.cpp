// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/polyline.h"

#include <QLineF>

#include <gtest/gtest.h>

#include <array>
#include <numeric>

namespace theta {
namespace {

double length_of(const Polyline& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length += QLineF(line[i - 1], line[i]).length();
  return length;
}

TEST(Dashes, GoOnAroundCornersAndKeepTheirLengths) {
  const std::array<QPointF, 3> line = {QPointF(0, 0), QPointF(10, 0), QPointF(10, 20)};
  const std::array pattern = {4.0, 3.0};
  const std::vector<Polyline> pieces = dashed(line, pattern);
  ASSERT_EQ(pieces.size(), 5u) << "30 long, a dash every 7";
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) EXPECT_NEAR(length_of(pieces[i]), 4, 1e-9) << i;
  EXPECT_NEAR(length_of(pieces.back()), 2, 1e-9) << "cut where the line ends";
  EXPECT_EQ(pieces[1].size(), 3u) << "a dash from 7 to 11 has the corner in it";
}

TEST(Dashes, WithoutAPatternTheLineIsWhole) {
  const std::array<QPointF, 3> line = {QPointF(0, 0), QPointF(10, 0), QPointF(10, 20)};
  const auto whole = dashed(line, {});
  ASSERT_EQ(whole.size(), 1u);
  EXPECT_EQ(whole[0], Polyline(line.begin(), line.end()));
}

}  // namespace
}  // namespace theta
