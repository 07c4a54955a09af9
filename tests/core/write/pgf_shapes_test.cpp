// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_shapes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

PgfPlot square_plot(bool polar = false) {
  return {
      {.width = 60, .height = 60, .x = {.low = -3, .high = 3}, .y = {.low = polar ? 0.0 : -3.0, .high = 3}},
      polar,
      0};
}

/// No chord is farther from its arc than a hundredth of a millimetre, and none is needlessly short.
TEST(PgfShapes, an_arc_looks_round) {
  const PageLine line = arc_line(square_plot(), {.centre = {}, .radius = 2, .from = 0.3, .to = 0.3 + 2 * pi});
  for (std::size_t i = 1; i < line.size(); ++i) {
    EXPECT_NEAR((line[i] - PagePoint(30, 30)).norm(), 20, 1e-9);
    EXPECT_GT(((line[i] + line[i - 1]) / 2 - PagePoint(30, 30)).norm(), 20 - 0.0101);
  }
  EXPECT_NEAR((line.front() - line.back()).norm(), 0, 1e-9) << "a whole circle closes";
  EXPECT_LT(line.size(), 150u);
  EXPECT_EQ(arc_line(square_plot(), {.centre = {}, .radius = 2, .from = 1, .to = 1}).size(), 2u);
}

TEST(PgfShapes, a_rule_crosses_its_plot_or_is_not_there) {
  const std::vector<PageLine> upright = rule_line(square_plot(), {.mark = {.id = "r"}, .at = 1});
  ASSERT_EQ(upright.size(), 1u);
  EXPECT_EQ(upright[0], (PageLine{{40, 0}, {40, 60}}));
  EXPECT_TRUE(
      rule_line(square_plot(), {.mark = {.id = "r"}, .direction = Direction::horizontal, .at = 3.5}).empty());
  for (const PageLine& piece :
       rule_line(square_plot(true), {.mark = {.id = "r"}, .direction = Direction::horizontal, .at = 1.5})) {
    for (const PagePoint& point : piece)
      EXPECT_NEAR((point - PagePoint(30, 30)).norm(), 15, 1e-9) << "a circle";
  }
}

TEST(PgfShapes, a_span_ends_where_a_log_axis_does) {
  const PgfPlot plot{
      {.width = 40, .height = 10, .x = {.scale = AxisScale::log, .low = 1, .high = 100}, .y = {}}, false, 0};
  const Rectangle area = span_area(plot, {.mark = {.id = "s"}, .low = 0, .high = 10});
  EXPECT_EQ(area.x_low, 0) << "0 has no place";
  EXPECT_NEAR(area.x_high, 20, 1e-12);
  EXPECT_EQ(area.y_low, 0);
  EXPECT_EQ(area.y_high, 10);
}

TEST(PgfShapes, a_ring_sector_goes_out_and_back) {
  const PageLine outline = ring_sector(square_plot(true), 0, pi, 1, 2);
  double area = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const PagePoint a = outline[i], b = outline[(i + 1) % outline.size()];
    area += (a.x() * b.y() - b.x() * a.y()) / 2;
  }
  EXPECT_NEAR(area, pi / 2 * (20 * 20 - 10 * 10), 0.2) << "half of the ring";
}

}  // namespace
}  // namespace theta
