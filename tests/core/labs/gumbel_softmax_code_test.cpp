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

/// Classes as many as there are, some hardly ever drawn, fewer draws than are kept and more, at both ends of
/// the temperature.
TEST(GumbelSoftmaxCode, numpy_computes_any_number_of_classes) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> all;
  struct Setting {
    GumbelView view;
    double temperature;
  };
  for (const auto& probabilities :
       {std::vector{0.9999, 0.0001}, {0.2, 0.8}, {0.999, 0.0005, 0.0005}, {0.4, 0.3, 0.2, 0.09, 0.01}}) {
    for (const auto& [view, temperature] : {Setting{GumbelView::overview, 0.01},
                                            {GumbelView::means, 20},
                                            {GumbelView::gradients, 0.01},
                                            {GumbelView::gradients, 20}})
      all.push_back(to_values(GumbelSoftmax{.view = view,
                                            .probabilities = probabilities,
                                            .temperature = temperature,
                                            .draw = 1999,
                                            .samples = temperature < 1 ? 300 : 2500}));
  }
  expect_drawn(*find_lab("gumbel-softmax"), all, CodeLibrary::numpy);
}

/// Every baseline for both kinds of moments, a batch larger than what is left of the draws among them.
TEST(GumbelSoftmaxCode, numpy_computes_every_baseline) {
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

TEST(GumbelSoftmaxCode, numpy_computes_the_gaussian_anywhere) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> all;
  for (const GaussianFunction function : {GaussianFunction::sine, GaussianFunction::square}) {
    for (const double mean : {-5.0, 0.0, 2.7})
      all.push_back(to_values(GumbelSoftmax{.view = GumbelView::gaussian,
                                            .samples = 700,
                                            .function = function,
                                            .frequency = 7,
                                            .mean = mean,
                                            .deviation = 0.4}));
  }
  expect_drawn(*find_lab("gumbel-softmax"), all, CodeLibrary::numpy);
}

/// Plain Python would take minutes for a million draws: what is counted over them is left to the lab.
TEST(GumbelSoftmaxCode, CountsWinnersOnlyWhereItDrawsAll) {
  const auto uses = [](std::int64_t samples, const char* word) {
    const GumbelSoftmax lab{.probabilities = {0.4, 0.3, 0.2, 0.1}, .samples = samples};
    return names(gumbel_softmax_code(lab, CodeLibrary::numpy), word);
  };
  for (const char* counted : {"winner_frequency", "farthest_frequency", "component_histograms"}) {
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
  EXPECT_FALSE(uses({0.3, 0.7}, "_bias_error"));
  EXPECT_TRUE(uses({0.3, 0.3, 0.4}, "_bias_error"));
  for (const auto& probabilities : {std::vector{0.3, 0.7}, {0.3, 0.3, 0.4}})
    EXPECT_TRUE(uses(probabilities, "exact_gradient"));
}

}  // namespace
}  // namespace theta
