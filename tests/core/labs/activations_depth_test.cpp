// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <cmath>

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

}  // namespace
}  // namespace theta
