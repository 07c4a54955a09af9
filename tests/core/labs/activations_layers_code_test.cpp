// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/code_script.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ActivationsLayersCode, numpy_computes_a_formula_of_ones_own_too) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> both;
  for (const ActivationView view : {ActivationView::depth, ActivationView::layers})
    both.push_back(to_values(Activations{.view = view,
                                         .highlight = custom_function,
                                         .expression = {"x*tanh(softplus(x))"},
                                         .weight_variance = 1.2,
                                         .depth = 8,
                                         .width = 24,
                                         .layer = 5}));
  expect_drawn(*find_lab("activations"), both, CodeLibrary::numpy);
}

/// Nothing is received from the first layer on, and no variance is there to divide by.
TEST(ActivationsLayersCode, numpy_computes_a_network_without_weights) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> both;
  for (const ActivationView view : {ActivationView::depth, ActivationView::layers})
    both.push_back(to_values(Activations{.view = view,
                                         .highlight = function_of(Activation::tanh),
                                         .weight_variance = 0,
                                         .bias_variance = 0,
                                         .depth = 4,
                                         .width = 4,
                                         .layer = 3}));
  expect_drawn(*find_lab("activations"), both, CodeLibrary::numpy);
}

/// Chaos makes rounding errors visible, and plain Python draws a million weights too slowly.
TEST(ActivationsLayersCode, FollowsANetworkOnlyWhereItsNumbersWouldAgree) {
  const auto follows = [](double weight_variance, int depth, int width) {
    return names(activations_depth_code({.view = ActivationView::depth,
                                         .highlight = function_of(Activation::tanh),
                                         .weight_variance = weight_variance,
                                         .bias_variance = 0.05,
                                         .depth = depth,
                                         .width = width}),
                 "variance_of_run");
  };
  EXPECT_TRUE(follows(1.5, 30, 64));
  EXPECT_FALSE(follows(4, 60, 16)) << "the gradient grows a hundredfold";
  EXPECT_TRUE(follows(4, 3, 16)) << "not in three layers";
  EXPECT_FALSE(follows(1.5, 200, 256)) << "thirteen million weights";
}

}  // namespace
}  // namespace theta
