// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/receptive_field_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <vector>

namespace theta {
namespace {

TEST(ReceptiveFieldImage, TheEffectiveFieldIsTheCountOfPaths) {
  const Values values = with(receptive_preset("depth"), "layer", "5");
  const Figure figure = receptive_figure(values);
  const double want[] = {1, 5, 15, 30, 45, 51, 45, 30, 15, 5, 1};
  const std::vector<double>& got = by_layer(figure, "effective_receptive_field");
  ASSERT_EQ(got.size(), std::size(want));
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], want[i] / 243, 1e-15);
  EXPECT_EQ(reading(figure, "effective_width"), 9);
  const std::pair<std::size_t, double> ratios[] = {{5, 0.8182}, {10, 0.6190}, {20, 0.4634}, {40, 0.3086}};
  for (const auto& [layer, ratio] : ratios) EXPECT_NEAR(by_layer(figure, "ratio")[layer], ratio, 5e-5);
}

/// The map is the product of the shares along both axes, as a part of the highest.
TEST(ReceptiveFieldImage, TheMapIsAProductOfBothAxes) {
  const Figure figure = receptive_figure(receptive_preset("two_threes"));
  const Map& map = *layer_of<Map>(figure, "effective");
  ASSERT_EQ(map.x.size(), 7u) << "five pixels and an empty one on either side";
  const double paths[] = {0, 1, 2, 3, 2, 1, 0};
  for (std::size_t row = 0; row < 7; ++row) {
    for (std::size_t column = 0; column < 7; ++column)
      EXPECT_NEAR(map.values[row * 7 + column], paths[row] * paths[column] / 9, 1e-14);
  }
  const Polygons& effective = *layer_of<Polygons>(figure, "effective_square");
  EXPECT_EQ(effective.outlines.at(0).at(0), (Point{map.x[1] - 0.5, map.y[1] - 0.5}));
  EXPECT_EQ(effective.outlines.at(0).at(2), (Point{map.x[5] + 0.5, map.y[5] + 0.5}));
}

/// Wide fields are shown in cells of several pixels: each the share of them that is read.
TEST(ReceptiveFieldImage, CellsOfTheFootprintKeepTheShareOfPixels) {
  const Receptive receptive{.layers = {{.kernel = 100, .padding = 100, .dilation = 2}},
                            .input_size = 400,
                            .layer = 1,
                            .position = 200,
                            .row = 200,
                            .view = ReceptiveView::pyramid};
  const Figure figure = receptive_figure(receptive);
  const Map& map = *layer_of<Map>(figure, "footprint");
  const auto cell = static_cast<std::int64_t>(map.x[1] - map.x[0]);
  EXPECT_EQ(cell, 4) << "199 pixels in at most 64 cells";
  double pixels = 0;
  for (const double share : map.values) {
    EXPECT_LE(share, 0.25 + 1e-15) << "every other pixel along each axis";
    pixels += share * 16;
  }
  EXPECT_NEAR(pixels, 100 * 100, 1e-9);
}

TEST(ReceptiveFieldImage, TheGaussianHasTheDeviationAndTheMiddleOfTheUnit) {
  const Figure figure = receptive_figure(with(receptive_preset("depth"), "position", "60"));
  const Curve& gaussian = *layer_of<Curve>(figure, "gaussian");
  double sum = 0, mean = 0, square = 0;
  const double step = gaussian.x[1] - gaussian.x[0];
  for (std::size_t i = 0; i < gaussian.x.size(); ++i) {
    sum += step * gaussian.y[i];
    mean += step * gaussian.y[i] * gaussian.x[i];
    square += step * gaussian.y[i] * gaussian.x[i] * gaussian.x[i];
  }
  EXPECT_NEAR(sum, 1, 1e-6);
  EXPECT_NEAR(mean, 60, 1e-4);
  EXPECT_NEAR(square - mean * mean, 40 * 8 / 12.0, 1e-3);
}

/// One network's gradient is ragged; the mean of many squares comes to the share of paths.
TEST(ReceptiveFieldImage, SquaresOfManyNetworksComeToThePaths) {
  Values values = with(receptive_preset("random_signs"), "layer", "6");
  const auto distance = [&](const char* draws) {
    const Figure figure = receptive_figure(with(values, "draws", draws));
    const std::vector<double>&drawn = by_layer(figure, "effective_receptive_field"),
          &expected = by_layer(figure, "expected");
    double sum = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) sum += std::abs(drawn[i] - expected[i]);
    return sum;
  };
  EXPECT_GT(distance("1"), 0.3);
  EXPECT_LT(distance("1000"), 0.1);
}

}  // namespace
}  // namespace theta
