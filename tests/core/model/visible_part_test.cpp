// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/visible_part.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

template <class L>
L visible(L layer) {
  Figure figure;
  figure.panels = {Panel{
      .id = "a", .x = {.low = 0, .high = 10}, .y = {.low = -1, .high = 1}, .layers = {std::move(layer)}}};
  return std::get<L>(visible_part(figure).panels.front().layers.front());
}

TEST(VisiblePart, CutsACurveWhereItLeavesTheAxes) {
  const Curve curve =
      visible(Curve{.mark = {.id = "c"}, .x = {-1, 0, 1, 2, 3, 4, 11}, .y = {0, 0, 1, 2, 1, -1, 0}});
  EXPECT_EQ(curve.x, (std::vector<double>{0, 1, 3, 3, 4}));
  ASSERT_EQ(curve.y.size(), 5u);
  EXPECT_TRUE(std::isnan(curve.y[2]));
  EXPECT_EQ(curve.y[3], 1);
}

TEST(VisiblePart, KeepsWhatReachesIntoTheAxes) {
  EXPECT_EQ(visible(Band{.mark = {.id = "b"}, .x = {1, 2, 3}, .low = {-9, 2, -9}, .high = {9, 3, -2}}).x,
            std::vector<double>{1});
  EXPECT_EQ(visible(Bars{.mark = {.id = "b"}, .x = {1, 12}, .y = {5, 0}}).x, std::vector<double>{1});
  EXPECT_EQ(visible(Points{.mark = {.id = "p"}, .x = {1, 2, 20}, .y = {0, 3, 0}}).x, std::vector<double>{1});
}

TEST(VisiblePart, KeepsTheCellsOfAMap) {
  const Map map = visible(Map{
      .mark = {.id = "m"}, .x = {-5, 5, 15}, .y = {-0.5, 0.5, 1.5}, .values = {1, 2, 3, 4, 5, 6, 7, 8, 9}});
  EXPECT_EQ(map.x, std::vector<double>{5});
  EXPECT_EQ(map.y, (std::vector<double>{-0.5, 0.5}));
  EXPECT_EQ(map.values, (std::vector<double>{2, 5}));
}

}  // namespace
}  // namespace theta
