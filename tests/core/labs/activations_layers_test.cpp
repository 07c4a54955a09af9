// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace theta {
namespace {

TEST(ActivationsLayers, LayersCountWhatANetworkReceives) {
  Activations a{.view = ActivationView::layers,
                .highlight = function_of(Activation::relu),
                .weight_variance = 1,
                .bias_variance = 0,
                .depth = 12,
                .width = 256,
                .layer = 4};
  const Figure figure = activations_figure(a);
  EXPECT_NEAR(reading(figure, "layer_variance"), 1.0 / 16, 1e-14) << "ReLU halves it layer by layer";
  EXPECT_NEAR(reading(figure, "layer_mean_square"), 1.0 / 16, 0.03);
  EXPECT_NEAR(reading(figure, "share_without_slope"), 0.5, 0.15);
  for (const char* panel : {"received", "put_out"}) {
    const auto& bars = layer<Bars>(figure, panel, panel);
    EXPECT_NEAR(std::accumulate(bars.y.begin(), bars.y.end(), 0.0), 1, 1e-12) << panel;
  }
  const auto& law = layer<Curve>(figure, "received", "received_law");
  EXPECT_NEAR(*std::ranges::max_element(law.y), std::erf(8.0 / 61 / (0.25 * 2 * std::sqrt(2))), 1e-12)
      << "the share of a normal law within a bin of 8/61 about 0";
  const auto& map = layer<Map>(figure, "received_by_layer", "received_by_layer");
  EXPECT_EQ(map.x.size(), 13u);
  EXPECT_EQ(*std::ranges::max_element(map.values), 1);
  a.weight_variance = 25;
  a.layer = 12;
  a.highlight = function_of(Activation::relu_squared);
  EXPECT_GT(reading(activations_figure(a), "put_out_deviation"), 1e100) << "it exploded";
}

}  // namespace
}  // namespace theta
