// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

TEST(ActivationsErrors, MeasuresApproximations) {
  const Figure figure = activations_figure({.view = ActivationView::errors, .probe = -2.27});
  EXPECT_NEAR(reading(figure, "largest_error_gelu_tanh"), 4.732e-4, 5e-8);
  EXPECT_NEAR(std::abs(reading(figure, "largest_error_at_gelu_tanh")), 2.70, 0.005);
  EXPECT_NEAR(reading(figure, "largest_error_gelu_quick"), 2.033e-2, 5e-6);
  EXPECT_NEAR(std::abs(reading(figure, "largest_error_at_gelu_quick")), 2.27, 0.005);
  const Figure relu =
      activations_figure({.view = ActivationView::errors, .probe = 0, .comparison = Comparison::relu});
  EXPECT_NEAR(reading(relu, "largest_error_softplus"), std::log(2.0), 1e-12) << "at 0";
}

/// The sigmoid's is odd: rounding alone would choose the side.
TEST(ActivationsErrors, OfTwoAsLargeTheLeftIsMarked) {
  const Figure figure =
      activations_figure({.view = ActivationView::errors, .comparison = Comparison::sigmoid});
  EXPECT_NEAR(reading(figure, "largest_error_at_hard_sigmoid_torch"), -1.3169578, 1e-6);
}

TEST(ActivationsErrors, AnErrorThatHidesBesideAnotherHasAPanelOfItsOwn) {
  const Figure gelu = activations_figure({.view = ActivationView::errors});
  ASSERT_EQ(gelu.panels.size(), 3u);
  const auto& alone = layer<Curve>(gelu, "error_alone", "error_gelu_tanh");
  const auto& beside = layer<Curve>(gelu, "error", "error_gelu_tanh");
  EXPECT_NEAR(std::ranges::max(alone.y), std::ranges::max(beside.y), 1e-5);
  EXPECT_LT(gelu.panels[2].y.high, 0.00061);
  EXPECT_EQ(
      activations_figure({.view = ActivationView::errors, .comparison = Comparison::tanh}).panels.size(), 2u);
}

}  // namespace
}  // namespace theta
