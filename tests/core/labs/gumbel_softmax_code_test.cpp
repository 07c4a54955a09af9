// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/gumbel_softmax_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

INSTANTIATE_TEST_SUITE_P(GumbelSoftmax, Code, testing::ValuesIn(code_cases("gumbel-softmax")), name_of_case);

/// The schedules no preset has, with a floor above the start and a step between two that set it anew.
TEST(GumbelSoftmaxCode, numpy_computes_every_schedule) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const GumbelSoftmax lab{.view = GumbelView::annealing,
                          .temperature = 2,
                          .schedule = Annealing::linear,
                          .floor = 0.3,
                          .steps = 1000,
                          .refresh = 70,
                          .step = 555};
  GumbelSoftmax cosine = lab, floored = lab;
  cosine.schedule = Annealing::cosine;
  floored.floor = 5;
  expect_drawn(*find_lab("gumbel-softmax"), {to_values(lab), to_values(cosine), to_values(floored)},
               CodeLibrary::numpy);
}

/// Plain Python would take minutes for a million draws: what is counted over them is left to the lab.
TEST(GumbelSoftmaxCode, CountsWinnersOnlyWhereItDrawsAll) {
  const auto uses = [](std::int64_t samples, const char* word) {
    return names(gumbel_softmax_code({.samples = samples}, CodeLibrary::numpy), word);
  };
  for (const char* counted : {"winner_frequency", "farthest_frequency"}) {
    EXPECT_TRUE(uses(20'000, counted)) << counted;
    EXPECT_FALSE(uses(20'001, counted)) << counted;
  }
  EXPECT_TRUE(uses(20'001, "winner_share")) << "the draw shown is among the first";
}

/// Of two classes the moments are known in closed form; draws would only come near them.
TEST(GumbelSoftmaxCode, TakesMomentsFromDrawsWhereTheFigureDoes) {
  const auto uses = [](const std::vector<double>& probabilities, const char* word) {
    return names(gumbel_softmax_code({.view = GumbelView::gradients, .probabilities = probabilities},
                                     CodeLibrary::numpy),
                 word);
  };
  EXPECT_FALSE(uses({0.3, 0.7}, "gumbel_softmax"));
  EXPECT_TRUE(uses({0.3, 0.3, 0.4}, "gumbel_softmax"));
  for (const auto& probabilities : {std::vector{0.3, 0.7}, {0.3, 0.3, 0.4}})
    EXPECT_TRUE(uses(probabilities, "exact_gradient"));
}

}  // namespace
}  // namespace theta
