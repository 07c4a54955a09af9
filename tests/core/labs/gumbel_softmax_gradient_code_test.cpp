// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/gumbel_softmax_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

/// Every baseline for both kinds of moments, a batch larger than what is left of the draws among them.
TEST(GumbelSoftmaxGradientCode, numpy_computes_every_baseline) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> all;
  for (const auto& probabilities : {std::vector{0.3, 0.7}, {0.5, 0.3, 0.1, 0.1}}) {
    for (const ScoreBaseline baseline :
         {ScoreBaseline::none, ScoreBaseline::mean, ScoreBaseline::best, ScoreBaseline::leave_one_out}) {
      for (const int batch : {2, 7, 500})
        all.push_back(
            to_values(GumbelSoftmax{.view = GumbelView::gradients,
                                    .probabilities = probabilities,
                                    .samples = 300,
                                    .component = 2,
                                    .target = -0.6,
                                    .offset = 3,
                                    .baseline = baseline,
                                    .batch = baseline == ScoreBaseline::leave_one_out ? batch : 10}));
    }
  }
  expect_drawn(*find_lab("gumbel-softmax"), all, CodeLibrary::numpy);
}

/// Of two classes the moments are known in closed form; draws would only come near them.
TEST(GumbelSoftmaxGradientCode, TakesMomentsFromDrawsWhereTheFigureDoes) {
  const auto uses = [](const std::vector<double>& probabilities, const char* word) {
    return names(gumbel_softmax_code({.view = GumbelView::gradients, .probabilities = probabilities},
                                     CodeLibrary::numpy),
                 word);
  };
  EXPECT_FALSE(uses({0.3, 0.7}, "_bias_error"));
  EXPECT_TRUE(uses({0.3, 0.3, 0.4}, "_bias_error"));
  for (const auto& probabilities : {std::vector{0.3, 0.7}, {0.3, 0.3, 0.4}})
    EXPECT_TRUE(uses(probabilities, "exact_gradient"));
}

}  // namespace
}  // namespace theta
