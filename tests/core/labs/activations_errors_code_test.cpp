// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace theta {
namespace {

using testing::HasSubstr;

/// A corner of either function is a point of the difference, so that none is cut off between two steps.
TEST(ActivationsErrorsCode, TheGridOfAnErrorHoldsTheCornersOfBothFunctions) {
  const auto script = [](Comparison comparison) {
    return activations_code({.view = ActivationView::errors, .comparison = comparison}, CodeLibrary::numpy);
  };
  EXPECT_THAT(script(Comparison::sigmoid), HasSubstr("0, 1), [-3.0, 3.0])"));
  EXPECT_THAT(script(Comparison::relu), HasSubstr("/ beta, [0.0])"));
  EXPECT_THAT(script(Comparison::gelu), HasSubstr("x**3)), [])"));
}

}  // namespace
}  // namespace theta
