// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/math/random.h"
#include "tests/core/labs/receptive_field_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

/// With random signs the figure shows squares of them, and the paths as what they come to.
TEST(ReceptiveFieldGradientCode, DrawsSignsOnlyWhereTheFigureDoes) {
  const auto uses = [](const Receptive& receptive, const char* word) {
    return names(receptive_field_code(receptive, CodeLibrary::numpy), word);
  };
  const Receptive signs{.weights = GradientWeights::signs},
      pyramid{.view = ReceptiveView::pyramid, .weights = GradientWeights::signs};
  for (const char* drawn : {"expected", "random_bits"}) {
    EXPECT_FALSE(uses({}, drawn)) << drawn;
    EXPECT_TRUE(uses(signs, drawn)) << drawn;
    EXPECT_FALSE(uses(pyramid, drawn)) << drawn;
  }
  EXPECT_TRUE(uses({}, "effective_receptive_field"));
  EXPECT_FALSE(uses(pyramid, "effective_receptive_field"));
}

}  // namespace
}  // namespace theta
