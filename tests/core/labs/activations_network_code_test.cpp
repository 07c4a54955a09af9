// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_network_code.h"

#include "core/labs/activations_parameters.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace theta {
namespace {

/// The variance of each layer, the first first.
std::vector<double> variances(Activations a) {
  a.view = ActivationView::depth;
  return results_of(activations_code(a, CodeLibrary::numpy))["variance/variance"]["y"];
}

/// Published values: the moments of a normal input under tanh, GELU and ReLU.
TEST(ActivationsNetworkCode, numpy_follows_the_variance) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto expect = [](Activation function, double weight_variance, const std::vector<double>& wanted) {
    const std::vector<double> found = variances({.highlight = function_of(function),
                                                 .weight_variance = weight_variance,
                                                 .bias_variance = 0,
                                                 .depth = static_cast<int>(wanted.size())});
    ASSERT_EQ(found.size(), wanted.size() + 1);
    for (std::size_t n = 0; n < wanted.size(); ++n) EXPECT_NEAR(found[n + 1], wanted[n], 1e-10);
  };
  expect(Activation::tanh, 1, {0.3942944904, 0.2364504105, 0.1666563538, 0.1279047353, 0.1034406081});
  expect(Activation::tanh, 4, {1.5771779616, 1.9095778887, 2.0470607295});
  expect(Activation::gelu, 2, {0.8504429651, 0.7058970663, 0.5685481849, 0.4411440033});
  expect(Activation::relu, 2, {1, 1, 1});
}

TEST(ActivationsNetworkCode, FollowsNoNetworkThatIsLargeOrChaotic) {
  EXPECT_TRUE(follows_network({}));
  EXPECT_FALSE(follows_network({.depth = 30, .width = 512}));
  EXPECT_FALSE(
      follows_network({.highlight = function_of(Activation::tanh), .weight_variance = 9, .depth = 60}));
}

}  // namespace
}  // namespace theta
