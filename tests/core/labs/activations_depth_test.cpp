// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

TEST(ActivationsDepth, NamesThePhaseOfADeepNetwork) {
  const auto factor = [](double weight_variance, double bias_variance) {
    return reading(activations_figure({.view = ActivationView::depth,
                                       .highlight = function_of(Activation::tanh),
                                       .weight_variance = weight_variance,
                                       .bias_variance = bias_variance,
                                       .depth = 10,
                                       .width = 4}),
                   "gradient_factor");
  };
  EXPECT_NEAR(factor(1.5, 0.05), 0.9386362681989, 1e-11);
  EXPECT_NEAR(factor(2.5, 0.05), 1.133515698704, 1e-11);
  EXPECT_NEAR(factor(4, 0), 1.362673337522, 1e-11);
}

TEST(ActivationsDepth, AQuickFigureOfAWideNetworkIsPartial) {
  const Activations wide{.view = ActivationView::depth, .depth = 20, .width = 64};
  EXPECT_TRUE(activations_figure(wide, {.quick = true}).partial);
  EXPECT_FALSE(activations_figure(wide).partial);
  EXPECT_FALSE(activations_figure({}, {.quick = true}).partial);
  const Activations own{.view = ActivationView::depth, .highlight = custom_function, .depth = 20, .width = 8};
  const Figure first = activations_figure(own, {.quick = true});
  EXPECT_TRUE(first.partial) << "its slopes are plain differences at first";
  EXPECT_NEAR(reading(first, "gradient_factor"), reading(activations_figure(own), "gradient_factor"), 1e-6);
}

TEST(ActivationsDepth, AnExponentialExplodesAndStaysThere) {
  const Figure figure = activations_figure({.view = ActivationView::depth,
                                            .highlight = custom_function,
                                            .expression = {"exp(x)"},
                                            .weight_variance = 2,
                                            .depth = 30,
                                            .width = 16});
  EXPECT_GT(reading(figure, "last_variance"), 1e100);
  EXPECT_TRUE(std::isnan(reading(figure, "settled_variance")));
}

// With a GELU what starts at 1 dies out or explodes: the picture says the same as the words.
TEST(ActivationsDepth, ThePhasesDrawnAreThoseNamed) {
  const auto of = [](double weight_variance) {
    return activations_figure({.view = ActivationView::depth,
                               .highlight = function_of(Activation::gelu),
                               .weight_variance = weight_variance,
                               .bias_variance = 0,
                               .depth = 60,
                               .width = 4});
  };
  const double critical = reading(of(3), "critical_weight_variance");
  EXPECT_NEAR(critical, 1 / 0.4252214825703, 1e-9);
  EXPECT_GT(reading(of(3), "gradient_factor"), 1);
  EXPECT_LT(reading(of(2.3), "gradient_factor"), 1);
  const Figure figure = of(3);
  const auto& edge = layer<Curve>(figure, "phase", "phase_boundary");
  EXPECT_NEAR(edge.x.front(), critical, 1e-9);
  EXPECT_EQ(edge.y.front(), 0);
}

TEST(ActivationsDepth, CorrelationsAreDrawnWhereNothingSettles) {
  const Figure relu = activations_figure({.view = ActivationView::depth,
                                          .highlight = function_of(Activation::relu),
                                          .weight_variance = 2.4,
                                          .bias_variance = 0,
                                          .depth = 3,
                                          .width = 4});
  const auto& curve = layer<Curve>(relu, "correlation", "correlation_2");
  const double c = 0.6,
               next = (std::sqrt(1 - c * c) + (std::numbers::pi - std::acos(c)) * c) / std::numbers::pi;
  EXPECT_NEAR(curve.y[1], next, 1e-5) << "whatever the variance (part-a 3.6)";
  EXPECT_TRUE(std::isnan(reading(relu, "correlation_limit")));
}

}  // namespace
}  // namespace theta
