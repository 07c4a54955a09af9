// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_layers.h"

#include "tests/core/write/written_pgf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace theta {
namespace {

using testing::HasSubstr;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

TEST(PgfLayers, numbers_read_back_to_their_digits) {
  Points points{.mark = {.id = "points"}};
  for (int i = 0; i <= 1000; ++i) {
    points.x.push_back(-1 + 3 * i / 1000.0);
    points.y.push_back(std::exp(points.x.back()));
  }
  for (const AxisScale scale : {AxisScale::linear, AxisScale::log}) {
    const std::vector<Point> read = coordinates(
        written(figure_of(points, {.low = -1, .high = 2}, {.scale = scale, .low = 0.1, .high = 10})),
        "\\addplot");
    ASSERT_EQ(read.size(), points.x.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      EXPECT_NEAR(read[i].x, points.x[i], 6e-8);
      EXPECT_NEAR(read[i].y, points.y[i], scale == AxisScale::log ? 1e-7 * points.y[i] : 6e-7);
    }
  }
}

TEST(PgfLayers, a_curve_keeps_the_points_that_bend_it) {
  Curve curve{.mark = {.id = "curve"}};
  for (int i = 0; i <= 1000; ++i) {
    curve.x.push_back(i / 1000.0);
    curve.y.push_back(std::abs(i - 500) / 500.0);
  }
  EXPECT_EQ(coordinates(written(figure_of(curve)), "\\addplot"),
            (std::vector<Point>{{0, 1}, {0.5, 0}, {1, 1}}));
}

TEST(PgfLayers, round_numbers_stay_round) {
  const Points points{.mark = {.id = "points"}, .x = {0, 0.1, 0.3, 1}, .y = {0.7, -0.0, 1e-3, 1}};
  EXPECT_THAT(written(figure_of(points)), HasSubstr("{\n(0,0.7) (0.1,0) (0.3,0.001) (1,1)\n}"));
}

TEST(PgfLayers, a_gap_and_an_edge_cut_a_curve) {
  const Curve curve{
      .mark = {.id = "curve"}, .x = {0, 0.2, 0.4, 0.6, 0.8, 1}, .y = {0, 0.5, missing, 0.5, 1.5, 1.6}};
  const std::vector<Point> read = coordinates(written(figure_of(curve)), "\\addplot");
  ASSERT_EQ(read.size(), 5u);
  EXPECT_TRUE(std::isnan(read[2].y));
  EXPECT_EQ(read[3], (Point{0.6, 0.5}));
  EXPECT_EQ(read[4], (Point{0.7, 1}));
}

TEST(PgfLayers, nothing_lies_outside_of_its_axis) {
  const double far = 1e6;
  const std::vector<Layer> layers = {
      Curve{.mark = {.id = "c"}, .x = {-far, far}, .y = {-far, far}},
      Band{.mark = {.id = "b"}, .x = {-far, far}, .low = {-far, 0}, .high = {far, far}},
      Bars{.mark = {.id = "r"}, .x = {0.5}, .y = {far}},
      Arrows{.mark = {.id = "a"}, .arrows = {{{-far, 0.5}, {far, 0.5}}}},
      Polygons{.mark = {.id = "p"}, .outlines = {{{-far, -far}, {far, -far}, {0.5, far}}}},
      Arcs{.mark = {.id = "s"}, .arcs = {{{0.5, 0.5}, 0.6, 0, 7}}, .opacity = 0.5},
      Span{.mark = {.id = "w"}, .low = -far, .high = far}};
  for (const Layer& layer : layers) {
    for (const char* statement : {"\\addplot", "\\path", "\\draw"}) {
      for (const Point point : coordinates(written(figure_of(layer)), statement)) {
        if (std::isnan(point.x)) continue;
        EXPECT_GE(std::min(point.x, point.y), 0) << kind_id(layer);
        EXPECT_LE(std::max(point.x, point.y), 1) << kind_id(layer);
      }
    }
  }
}

TEST(PgfLayers, a_long_line_has_what_a_page_can_show) {
  Curve noise{.mark = {.id = "noise"}};
  for (int i = 0; i < 200'000; ++i) {
    noise.x.push_back(i / 200'000.0);
    noise.y.push_back(i == 77'777 ? 1 : 0.5 + 0.3 * std::sin(1e4 * i));
  }
  const std::vector<Point> read = coordinates(written(figure_of(noise)), "\\addplot");
  EXPECT_LT(read.size(), 10'000u);
  EXPECT_EQ(std::ranges::max(read, {}, &Point::y).y, 1);
}

TEST(PgfLayers, many_marks_are_those_that_are_seen) {
  Points points{.mark = {.id = "points"}};
  for (int i = 0; i < 100'000; ++i) {
    points.x.push_back(i % 10 / 10.0);
    points.y.push_back(0.5);
  }
  EXPECT_EQ(coordinates(written(figure_of(points)), "\\addplot").size(), 10u);
}

TEST(PgfLayers, a_polar_curve_ends_at_the_rim) {
  const Axis angle{.low = 0, .high = 2 * std::numbers::pi, .multiples_of_pi = true};
  Curve spiral{.mark = {.id = "spiral"}};
  for (int i = 0; i <= 100; ++i) {
    spiral.x.push_back(0.1 * i);
    spiral.y.push_back(0.02 * i);
  }
  Figure figure = figure_of(spiral, angle);
  figure.panels[0].polar = true;
  const std::string text = written(figure);
  const std::vector<Point> read = coordinates(text, "\\addplot");
  ASSERT_GT(read.size(), 20u);
  const auto radius = [](Point point) { return std::hypot(point.x, point.y); };
  EXPECT_NEAR(radius(read.back()), 29 - 2 * 8 * 25.4 / 72.27, 1e-4);
  for (const Point point : read)
    EXPECT_NEAR(std::remainder(std::atan2(point.y, point.x) - 5 * radius(point) / radius(read.back()),
                               2 * std::numbers::pi),
                0, 1e-4);
  EXPECT_THAT(text, HasSubstr("circle[radius="));
  EXPECT_THAT(text, HasSubstr("{$\\pi$};"));
}

}  // namespace
}  // namespace theta
