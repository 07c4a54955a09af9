// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_views_code.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

struct Phase {
  double weight_variance, bias_variance, settled, factor, scale;
};

/// Published fixed points of tanh, with the gradient's factor and the depth scale of the variance.
TEST(ActivationsDepthCode, numpy_finds_where_the_variance_settles) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  for (const Phase& phase : {Phase{1.5, 0.05, 0.4180372005335, 0.9386362681989, 1.68283},
                             Phase{2.5, 0.05, 1.063958377417, 1.133515698704, 1.17987},
                             Phase{4, 0, 2.121473568203, 1.362673337522, 0.90437}}) {
    const auto readings = results_of(activations_code({.view = ActivationView::depth,
                                                       .highlight = function_of(Activation::tanh),
                                                       .weight_variance = phase.weight_variance,
                                                       .bias_variance = phase.bias_variance,
                                                       .depth = 5},
                                                      CodeLibrary::numpy))["readings"];
    EXPECT_NEAR(readings["settled_variance"], phase.settled, 1e-12 * 4);
    EXPECT_NEAR(readings["gradient_factor"], phase.factor, 1e-11);
    EXPECT_NEAR(readings["variance_scale"], phase.scale, 5e-6);
  }
}

}  // namespace
}  // namespace theta
