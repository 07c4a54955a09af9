// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace theta {
namespace {

TEST(ActivationsInput, PushesANormalInputThrough) {
  const Figure selu =
      activations_figure({.view = ActivationView::input, .highlight = function_of(Activation::selu)});
  EXPECT_NEAR(reading(selu, "output_mean"), 0, 1e-12);
  EXPECT_NEAR(reading(selu, "output_second_moment"), 1, 1e-12);
  EXPECT_NEAR(reading(selu, "slope_second_moment"), 1.071574992456, 1e-12);
  for (const auto& [mean, dead] :
       {std::pair{-2.0, 1 - 0.022750131948179}, {-1.0, 1 - 0.158655253931457}, {0.0, 0.5}}) {
    const Figure relu = activations_figure(
        {.view = ActivationView::input, .highlight = function_of(Activation::relu), .input_mean = mean});
    EXPECT_NEAR(reading(relu, "share_without_slope"), dead, 1e-12) << mean;
  }
}

TEST(ActivationsInput, TheDensityOfAnOutputJumpsWhereTheUnitHasACorner) {
  const Figure figure =
      activations_figure({.view = ActivationView::input, .highlight = function_of(Activation::selu)});
  const auto& curve = layer<Curve>(figure, "output", "output_density");
  const auto gap = std::ranges::find_if(curve.y, [](double y) { return std::isnan(y); });
  ASSERT_NE(gap, curve.y.end());
  const auto i = static_cast<std::size_t>(gap - curve.y.begin());
  EXPECT_EQ(curve.x[i], 0);
  // phi(0) over the slope on either side: 1.0507 · 1.6733 and 1.0507.
  EXPECT_NEAR(curve.y[i - 1], 0.398942280401 / 1.758099340847, 1e-8);
  EXPECT_NEAR(curve.y[i + 1], 0.398942280401 / 1.050700987355, 1e-8);
}

/// Not that of a bin, which is off by percents where the density is steep.
TEST(ActivationsInput, TheDensityIsThatAtThePoint) {
  const auto density_at = [](Activations lab, double y) {
    lab.view = ActivationView::input;
    const Figure figure = activations_figure(lab);
    const auto& curve = layer<Curve>(figure, "output", "output_density");
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      if (std::abs(curve.x[i] - y) < 1e-9) return curve.y[i];
    }
    return std::nan("");
  };
  EXPECT_NEAR(
      density_at({.highlight = function_of(Activation::gelu), .input_mean = -0.3, .input_deviation = 0.9},
                 -0.1375),
      4.478, 5e-4);
  for (const char* formula : {"exp(x)", "tanh(x)"}) {
    const Figure figure = activations_figure({.view = ActivationView::input,
                                              .highlight = custom_function,
                                              .expression = {formula},
                                              .input_mean = 0.2,
                                              .input_deviation = 0.8});
    const auto& curve = layer<Curve>(figure, "output", "output_density");
    int compared_points = 0;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      const bool exponential = formula == std::string("exp(x)");
      const double y = curve.x[i], x = exponential ? std::log(y) : std::atanh(y);
      if (!(std::abs(x - 0.2) < 3)) continue;
      const double z = (x - 0.2) / 0.8, slope = exponential ? y : 1 - y * y;
      const double want = std::exp(-z * z / 2) / (0.8 * std::sqrt(2 * std::numbers::pi) * slope);
      EXPECT_NEAR(curve.y[i] / want, 1, 1e-9) << formula << " " << y;
      ++compared_points;
    }
    EXPECT_GT(compared_points, 40);
  }
}

TEST(ActivationsInput, ADensityThatDoesNotJumpIsNotCut) {
  for (const Activation each : {Activation::elu, Activation::celu, Activation::gelu}) {
    const Figure figure = activations_figure({.view = ActivationView::input, .highlight = function_of(each)});
    const auto& curve = layer<Curve>(figure, "output", "output_density");
    EXPECT_TRUE(std::ranges::none_of(curve.y, [](double y) { return std::isnan(y); })) << facts(each).id;
  }
}

}  // namespace
}  // namespace theta
