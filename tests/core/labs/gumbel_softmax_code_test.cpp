// SPDX-License-Identifier: GPL-3.0-or-later
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

}  // namespace
}  // namespace theta
