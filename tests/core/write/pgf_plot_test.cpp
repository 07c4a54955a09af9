// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_plot.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>

namespace theta {
namespace {

PgfPlot plot_over(const Axis& x, const Axis& y, bool polar = false) {
  return {{.width = 80, .height = 40, .x = x, .y = y}, polar, 5};
}

TEST(PgfPlot, goes_from_values_to_the_page) {
  const PgfPlot plot = plot_over({.low = -1, .high = 3}, {.scale = AxisScale::log, .low = 1, .high = 1e4});
  EXPECT_NEAR((plot.at({1, 100}) - PagePoint(40, 20)).norm(), 0, 1e-12);
  EXPECT_TRUE(std::isnan(plot.at({1, 0}).y())) << "no place on a log axis";
  EXPECT_TRUE(plot.shows({80.05, 0}));
  EXPECT_FALSE(plot.shows({80.2, 0}));
  EXPECT_FALSE(plot.shows(plot.at({1, -1})));
}

TEST(PgfPlot, writes_places_in_the_numbers_of_its_axes) {
  const PgfPlot plot = plot_over({.low = -1, .high = 3}, {.scale = AxisScale::log, .low = 1, .high = 1e4});
  EXPECT_EQ(plot.written({40, 20}), "(1,100)");
  EXPECT_EQ(plot.limits(), "xmin=-1,xmax=3,ymin=1,ymax=10000,ymode=log");
}

/// TeX counts with some five digits: far from 0 the numbers count from near their place.
TEST(PgfPlot, counts_a_narrow_axis_from_near_its_place) {
  const PgfPlot plot = plot_over({.low = 1'000'000, .high = 1'000'001}, {.low = 0, .high = 1});
  const double left = std::stod(plot.written_x(1'000'000)), right = std::stod(plot.written_x(1'000'001));
  EXPECT_NEAR(right - left, 1, 1e-7);
  EXPECT_LE(std::abs(left), 10);
  EXPECT_EQ(plot_over({.low = 40, .high = 41}, {.low = 0, .high = 1}).written_x(40.5), "40.5")
      << "near enough";
}

TEST(PgfPlot, turns_angles_about_the_middle) {
  const PgfPlot polar = plot_over({.low = 0, .high = 2 * std::numbers::pi}, {.low = 0, .high = 2}, true);
  EXPECT_EQ(polar.radius(), 15) << "half the height but for the rim";
  EXPECT_NEAR((polar.at({std::numbers::pi / 2, 2}) - PagePoint(40, 35)).norm(), 0, 1e-12);
  EXPECT_NEAR((polar.at({std::numbers::pi, 1}) - PagePoint(32.5, 20)).norm(), 0, 1e-12);
  EXPECT_EQ(polar.written({40, 20}), "(0,0)") << "in millimetres from the centre";
}

TEST(PgfPlot, cuts_a_line_at_the_edge_and_at_gaps) {
  const PgfPlot plot = plot_over({.low = 0, .high = 8}, {.low = 0, .high = 4});
  const std::vector<PageLine> pieces = plot.shown({-4, 4, NAN, 4, 4}, {2, 2, 2, 3, 9});
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_NEAR((pieces[0].front() - PagePoint(0, 20)).norm(), 0, 1e-9);
  EXPECT_NEAR((pieces[0].back() - PagePoint(40, 20)).norm(), 0, 1e-9);
  EXPECT_NEAR((pieces[1].back() - PagePoint(40, 40)).norm(), 0, 1e-9);
}

TEST(PgfPlot, rounds_lengths_as_tex_takes_them) {
  EXPECT_EQ(short_number(1.0 / 3), "0.3333");
  EXPECT_EQ(short_number(-0.00001), "0") << "and no minus zero";
  EXPECT_EQ(short_number(1234.5), "1234.5");
}

}  // namespace
}  // namespace theta
