// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/gumbel_softmax_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

/// Classes as many as there are, some hardly ever drawn, fewer draws than are kept and more, at both ends of
/// the temperature.
TEST(GumbelSoftmaxLawCode, numpy_computes_any_number_of_classes) {
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

/// Plain Python would take minutes for a million draws: what is counted over them is left to the lab.
TEST(GumbelSoftmaxLawCode, CountsWinnersOnlyWhereItDrawsAll) {
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

}  // namespace
}  // namespace theta
