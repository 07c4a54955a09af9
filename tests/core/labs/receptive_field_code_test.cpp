// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/receptive_field_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

INSTANTIATE_TEST_SUITE_P(ReceptiveField, Code, testing::ValuesIn(code_cases("receptive-field")),
                         name_of_case);

/// Branches of different size and place, holes and strides, under each rule of padding, at an end.
TEST(ReceptiveFieldCode, numpy_computes_branches_under_every_padding) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> all;
  for (const PaddingRule rule : {PaddingRule::same, PaddingRule::same_but_strided, PaddingRule::none})
    all.push_back(to_values(Receptive{.layers = {{.kernel = 5, .stride = 2, .padding = 2},
                                                 {.kernel = 2, .padding = 1, .dilation = 3},
                                                 {.kernel = 3, .padding = 1, .from = 2},
                                                 {.kernel = 1, .join = 2},
                                                 {.kind = LayerKind::pooling, .kernel = 2, .stride = 2}},
                                      .input_size = 37,
                                      .padding_rule = rule,
                                      .layer = 5,
                                      .position = 1}));
  expect_drawn(receptive_lab(), all, CodeLibrary::numpy);
}

/// Units of a transposed convolution read differently from each other, which a few lines do not follow.
TEST(ReceptiveFieldCode, GivesSizesAloneOfWhatIsTransposed) {
  Receptive up;
  up.layers.push_back({.kind = LayerKind::transposed, .kernel = 2, .stride = 2});
  const std::string script = receptive_field_code(up, CodeLibrary::numpy);
  EXPECT_TRUE(names(script, "output_size"));
  EXPECT_FALSE(names(script, "receptive_field"));
  EXPECT_TRUE(names(receptive_field_code({}, CodeLibrary::numpy), "receptive_field"));
}

/// With random signs the figure shows squares of them, and the paths as what they come to.
TEST(ReceptiveFieldCode, CallsThePathsByWhatTheyAreInTheFigure) {
  const auto script = [](const Receptive& receptive) {
    return receptive_field_code(receptive, CodeLibrary::numpy);
  };
  EXPECT_TRUE(names(script({}), "effective_receptive_field"));
  EXPECT_FALSE(names(script({}), "expected"));
  const std::string signs = script({.weights = GradientWeights::signs});
  EXPECT_TRUE(names(signs, "expected"));
  EXPECT_FALSE(names(signs, "effective_receptive_field"));
  EXPECT_FALSE(names(script({.view = ReceptiveView::pyramid}), "effective_receptive_field"));
}

}  // namespace
}  // namespace theta
