// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_views_code.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

/// ReLU puts half of a centred input at 0 and leaves the other half as it came.
TEST(ActivationsInputCode, numpy_finds_what_a_flat_piece_gathers) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto results = results_of(activations_code(
      {.view = ActivationView::input, .highlight = function_of(Activation::relu), .input_deviation = 2},
      CodeLibrary::numpy));
  ASSERT_EQ(results["output_atoms"]["x"].size(), 1u);
  EXPECT_EQ(results["output_atoms"]["x"][0], 0);
  EXPECT_NEAR(results["output_atoms"]["y"][0], 0.5, 1e-12);
  EXPECT_NEAR(results["readings"]["output_second_moment"], 2, 1e-12);
  EXPECT_NEAR(results["readings"]["share_without_slope"], 0.5, 1e-12);
}

}  // namespace
}  // namespace theta
