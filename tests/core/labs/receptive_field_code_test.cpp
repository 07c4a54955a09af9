// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "core/math/random.h"
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

/// Units that read differently, some nothing, under joins, strides and holes: every view, with signs too.
TEST(ReceptiveFieldCode, numpy_computes_what_is_transposed) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  Receptive up{.layers = {{.kernel = 3, .stride = 2, .padding = 1},
                          {.kind = LayerKind::transposed, .kernel = 2, .stride = 3, .dilation = 2},
                          {.kernel = 3, .padding = 1},
                          {.kind = LayerKind::transposed, .kernel = 4, .stride = 2, .padding = 1},
                          {.kernel = 3, .stride = 3, .padding = 2, .dilation = 2},
                          {.kernel = 3, .padding = 1, .join = 1}},
               .input_size = 21,
               .layer = 6,
               .position = 4.2,
               .row = 19,
               .draws = 3};
  std::vector<Values> all;
  for (const ReceptiveView view :
       {ReceptiveView::overview, ReceptiveView::pyramid, ReceptiveView::effective}) {
    for (const GradientWeights weights : {GradientWeights::mean, GradientWeights::signs}) {
      up.view = view;
      up.weights = weights;
      all.push_back(to_values(up));
    }
  }
  expect_drawn(receptive_lab(), all, CodeLibrary::numpy);
}

/// Networks of any shape, with shortcuts from anywhere, whose units may read nothing or not be there.
TEST(ReceptiveFieldCode, numpy_computes_random_networks) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  Random random(7);
  const auto below = [&](int end) { return static_cast<int>(random.bits() % static_cast<unsigned>(end)); };
  std::vector<Values> all;
  for (int n = 0; n < 40; ++n) {
    Receptive any{.input_size = 1 + below(70),
                  .padding_rule = static_cast<PaddingRule>(below(4)),
                  .view = static_cast<ReceptiveView>(below(3)),
                  .weights = static_cast<GradientWeights>(below(2)),
                  .seed = {random.bits()},
                  .draws = 1 + below(4)};
    any.layers.resize(static_cast<std::size_t>(1 + below(9)));
    for (LayerRow& each : any.layers)
      each = {.kind = n % 2 == 0 ? LayerKind::convolution : static_cast<LayerKind>(below(4)),
              .kernel = 1 + below(5),
              .stride = 1 + below(3) / 2 * (1 + below(2)),
              .padding = below(4),
              .dilation = 1 + below(4) / 3,
              .from = 1 + below(5) / 4,
              .join = below(4) / 3 * below(3)};
    any.layer = below(static_cast<int>(any.layers.size()) + 1);
    any.position = random.uniform() * any.input_size - 0.5;
    any.row = random.uniform() * any.input_size - 0.5;
    all.push_back(to_values(any));
  }
  expect_drawn(receptive_lab(), all, CodeLibrary::numpy);
}

}  // namespace
}  // namespace theta
