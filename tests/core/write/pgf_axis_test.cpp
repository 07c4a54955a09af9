// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_axis.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numbers>

namespace theta {
namespace {

using testing::HasSubstr;

TEST(PgfAxis, a_narrow_axis_counts_from_near_its_place) {
  const Axis x{.low = 1e6, .high = 1e6 + 2};
  const Points points{.mark = {.id = "points"}, .x = {1e6, 1e6 + 1, 1e6 + 1.5}, .y = {0, 0.5, 1}};
  const std::string text = written(figure_of(points, x));
  EXPECT_THAT(text, HasSubstr("xmin=0,xmax=2"));
  EXPECT_THAT(text, HasSubstr("(0,0) (1,0.5) (1.5,1)"));
  EXPECT_THAT(text, HasSubstr("xtick={0,0.5,1,1.5,2},xticklabels={{1\\,000\\,000},"));
}

TEST(PgfAxis, axes_have_their_scales_and_ticks) {
  const Points points{.mark = {.id = "points"}, .x = {1}, .y = {1}};
  const Axis turn{.label = "angle $\\theta$", .low = 0, .high = std::numbers::pi, .multiples_of_pi = true};
  const Axis log{.scale = AxisScale::log, .low = 1e-4, .high = 1};
  const Axis names{.scale = AxisScale::category, .low = -0.5, .high = 1.5, .categories = {"a_1", "100 %"}};
  const std::string text = written(figure_of(points, turn, log));
  EXPECT_THAT(text, HasSubstr("{$\\pi$/4},{$\\pi$/2}"));
  EXPECT_THAT(text, HasSubstr("ymin=0.0001,ymax=1,ymode=log"));
  EXPECT_THAT(text, HasSubstr("{10$^{-4}$}"));
  EXPECT_THAT(text, HasSubstr("xlabel={angle $\\theta$}"));
  EXPECT_THAT(written(figure_of(points, names)), HasSubstr("xtick={0,1},xticklabels={{a\\_1},{100 \\%}}"));
}

TEST(PgfAxis, plots_stand_where_they_were_laid_out) {
  const Figure figure = figure_of(Points{.mark = {.id = "points"}});
  EXPECT_THAT(written(figure), HasSubstr("at={(14mm,-68mm)},width=102mm,height=58mm"));
  EXPECT_THAT(written(figure), HasSubstr("paperwidth=120mm,paperheight=80mm"));
}

TEST(PgfAxis, names_on_the_second_line_are_lowered) {
  const Figure figure = figure_of(Bars{.mark = {.id = "bars"}, .x = {0, 1}, .y = {1, 2}});
  const PgfStyle style = plain_style();
  auto places = grid_layout(figure, style.width, style.height);
  places[0].x_ticks = {{0, "one", 0}, {1, "two", 1}};
  const std::string text = written_in(places, figure, style);
  EXPECT_THAT(text, HasSubstr("xticklabels={{one},{\\rule{0pt}{0.7em}\\raisebox{-1.2em}{two}}}"));
}

TEST(PgfAxis, frames_are_drawn_without_axes) {
  Figure figure = figure_of(Curve{.mark = {.id = "c"}, .x = {0, 1, 2, 8}, .y = {0.5, 0.9, 2, 0.1}},
                            {.low = -1}, {.low = -1});
  figure.panels[0].frame = Frame::none;
  EXPECT_THAT(written(figure), HasSubstr("hide axis"));
  EXPECT_EQ(count(written(figure), "\\draw[thetaAxis"), 0u);
  figure.panels[0].frame = Frame::cross;
  EXPECT_EQ(count(written(figure), "\\draw[thetaAxis"), 2u);
}

}  // namespace
}  // namespace theta
