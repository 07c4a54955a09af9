// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/polyline.h"

#include <Eigen/Core>
#include <gtest/gtest.h>

#include <limits>
#include <span>

namespace theta {
namespace {

using Place = Eigen::Vector2d;
using Path = std::vector<Place>;

constexpr Rectangle unit_square = {};
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

std::vector<Path> clipped_to_unit(const Path& line) {
  return clipped_line(std::span<const Place>(line), unit_square);
}

TEST(Polyline, a_line_is_cut_where_it_leaves) {
  const std::vector<Path> pieces = clipped_to_unit({{-1, 0.5}, {0.5, 0.5}, {0.5, 3}, {0.75, 0.5}});
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0], (Path{{0, 0.5}, {0.5, 0.5}, {0.5, 1}}));
  EXPECT_EQ(pieces[1], (Path{{0.7, 1}, {0.75, 0.5}}));
}

TEST(Polyline, a_line_that_crosses_without_a_point_inside_is_seen) {
  EXPECT_EQ(clipped_to_unit({{-1, -1}, {2, 2}}), (std::vector<Path>{{{0, 0}, {1, 1}}}));
}

TEST(Polyline, a_gap_cuts) {
  const std::vector<Path> pieces = clipped_to_unit({{0, 0}, {0.2, 0}, {0.4, gap}, {0.6, 0}, {0.8, 0}});
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[1], (Path{{0.6, 0}, {0.8, 0}}));
}

TEST(Polyline, an_area_is_cut_along_the_border) {
  const Path left = clipped_area(Path{{-1, 0.25}, {0.5, 0.25}, {0.5, 0.75}, {-1, 0.75}}, unit_square);
  double area = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Place a = left[i], b = left[(i + 1) % left.size()];
    area += (a.x() * b.y() - b.x() * a.y()) / 2;
  }
  EXPECT_DOUBLE_EQ(area, 0.25);
}

TEST(Polyline, what_is_left_out_lies_near_what_remains) {
  Path wave;
  for (int i = 0; i <= 2000; ++i) wave.push_back({i / 2000.0, std::sin(i / 100.0)});
  const Path few = simplified_line(std::span<const Place>(wave), 1e-3);
  EXPECT_LT(few.size(), 300u);
  for (const Place& point : wave) {
    double nearest = 1;
    for (std::size_t i = 1; i < few.size(); ++i) {
      const Place step = few[i] - few[i - 1];
      const double t = std::clamp((point - few[i - 1]).dot(step) / step.squaredNorm(), 0.0, 1.0);
      nearest = std::min(nearest, (few[i - 1] + t * step - point).norm());
    }
    EXPECT_LE(nearest, 1.01e-3);
  }
}

TEST(Polyline, a_column_keeps_its_extremes) {
  Path noise;
  for (int i = 0; i < 1000; ++i) noise.push_back({i / 100.0, i == 555 ? 9.0 : i % 7});
  const Path kept = thinned_line(noise, 10);
  EXPECT_LE(kept.size(), 40u);
  EXPECT_NE(std::ranges::find(kept, noise[555]), kept.end());
  EXPECT_GT(thinned_line(noise, 10, 0.5).size(), 60u);
}

}  // namespace
}  // namespace theta
