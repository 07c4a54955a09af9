// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/receptive_field_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace theta {
namespace {

TEST(ReceptiveFieldGrowth, RowsSetTheNetworkFromOutside) {
  Values values = with(initial_values(receptive_lab()), "input_size", "64");
  values = with(values, "layers",
                R"([{"kind": "convolution", "kernel": 3, "stride": 2, "padding": 1, "dilation": 1},
    {"kind": "dilated", "kernel": 3, "stride": 1, "padding": 2, "dilation": 2},
    {"kind": "pooling", "kernel": 2, "stride": 2, "padding": 0, "dilation": 1},
    {"kind": "transposed", "kernel": 2, "stride": 2, "padding": 0, "dilation": 1}])");
  const Figure figure = receptive_figure(values);
  EXPECT_EQ(by_layer(figure, "receptive_field"), (std::vector<double>{1, 3, 11, 13, 13}));
  EXPECT_EQ(by_layer(figure, "jump"), (std::vector<double>{1, 2, 2, 4, 2}));
  EXPECT_EQ(by_layer(figure, "start"), (std::vector<double>{0, 0, 0, 1, 1}));
  EXPECT_EQ(by_layer(figure, "output_size"), (std::vector<double>{64, 32, 32, 16, 32}));
  EXPECT_EQ(layer_of<Curve>(figure, "receptive_field")->x, (std::vector<double>{0, 1, 2, 3, 4}));
  const std::size_t layer = *find_field(receptive_lab().fields, "layer");
  EXPECT_EQ(std::get<std::int64_t>(values[layer]), 4) << "the top layer stays followed";
}

/// j_l = j_{l−1} s, r_l = r_{l−1} + δ (k − 1) j_{l−1} and n_l by the usual quotient, for one network.
TEST(ReceptiveFieldGrowth, CurvesFollowTheRecursion) {
  const Receptive receptive{.layers = {{.kernel = 7, .stride = 2, .padding = 3},
                                       {.kind = LayerKind::pooling, .kernel = 3, .stride = 2, .padding = 1},
                                       {.kernel = 3, .padding = 2, .dilation = 2},
                                       {.kernel = 4, .stride = 3},
                                       {.kernel = 1}},
                            .input_size = 150,
                            .layer = 5};
  const Figure figure = receptive_figure(receptive);
  double size = 1, jump = 1, units = 150, first = 0;
  for (std::size_t at = 1; at <= receptive.layers.size(); ++at) {
    const LayerRow& row = receptive.layers[at - 1];
    const int reach = row.dilation * (row.kernel - 1);
    size += reach * jump;
    first -= row.padding * jump;
    jump *= row.stride;
    units = std::floor((units + 2 * row.padding - reach - 1) / row.stride) + 1;
    EXPECT_EQ(by_layer(figure, "receptive_field")[at], size) << at;
    EXPECT_EQ(by_layer(figure, "jump")[at], jump) << at;
    EXPECT_EQ(by_layer(figure, "output_size")[at], units) << at;
    EXPECT_EQ(by_layer(figure, "effective_padding")[at], -first) << at;
    EXPECT_EQ(by_layer(figure, "start")[at], first + (size - 1) / 2) << at;
  }
}

/// The Gaussian's ratio falls like one over the root of the depth, and the exact one comes to it.
TEST(ReceptiveFieldGrowth, RatiosAreWidthsOverFields) {
  const Figure figure = receptive_figure(receptive_preset("depth"));
  const std::vector<double>&fields = by_layer(figure, "receptive_field"),
        &widths = by_layer(figure, "effective_width"), &ratios = by_layer(figure, "ratio"),
        &gaussian = by_layer(figure, "gaussian_ratio");
  for (std::size_t at = 1; at <= 40; ++at) {
    EXPECT_NEAR(ratios[at], widths[at] / fields[at], 1e-14);
    const double width = 2 * std::sqrt(-2 * std::log(0.0455)) * std::sqrt(2.0 / 3 * static_cast<double>(at));
    if (width > fields[at])
      EXPECT_TRUE(std::isnan(gaussian[at])) << "few layers read less than it is wide";
    else
      EXPECT_NEAR(gaussian[at], width / fields[at], 1e-12) << at;
  }
  EXPECT_NEAR(ratios[40], gaussian[40], 0.02);
}

TEST(ReceptiveFieldGrowth, ALogarithmicAxisHoldsAllThatIsPositive) {
  const Figure figure = receptive_figure(with(receptive_preset("wavenet"), "scale", "log"));
  const Panel& growth = *find_panel(figure, "growth");
  EXPECT_EQ(growth.y.scale, AxisScale::log);
  EXPECT_GT(growth.y.low, 0);
  EXPECT_LT(growth.y.low, 1);
  EXPECT_GT(growth.y.high, 1024);
  for (std::size_t at = 0; at <= 10; ++at)
    EXPECT_EQ(by_layer(figure, "receptive_field")[at], std::pow(2, at)) << "a straight line";
  EXPECT_EQ(find_panel(figure, "sizes")->y.scale, AxisScale::linear);
}

}  // namespace
}  // namespace theta
