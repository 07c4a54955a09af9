// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/gumbel_softmax_figure.h"
#include "tests/core/labs/preset_values.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

GumbelSoftmax gumbel_preset(const char* id) {
  return parameters_of<GumbelSoftmax>(find_lab("gumbel-softmax")->presets(), id);
}

/// Temperature moves every share and chooses nothing.
TEST(GumbelSoftmaxLab, TheWinnerIsTheSameAtEveryTemperature) {
  GumbelSoftmax lab = gumbel_preset("same_winner");
  const Figure before = gumbel_figure(lab);
  double share = 2;
  for (const double temperature : {0.02, 0.5, 15.0}) {
    lab.temperature = temperature;
    const Figure figure = gumbel_figure(lab);
    EXPECT_EQ(reading(figure, "winner"), reading(before, "winner"));
    EXPECT_EQ(reading(figure, "farthest_frequency"), reading(before, "farthest_frequency"));
    EXPECT_LT(reading(figure, "winner_share"), share);
    share = reading(figure, "winner_share");
  }
  EXPECT_NEAR(share, 1.0 / 3, 0.1);
}

TEST(GumbelSoftmaxLab, ReadsEntropiesBetweenColdAndHot) {
  const std::vector<double> law = {0.6, 0.3, 0.1};
  for (const double temperature : {0.01, 1.0, 20.0}) {
    const Figure figure = gumbel_figure({.probabilities = law, .temperature = temperature});
    EXPECT_NEAR(reading(figure, "law_entropy"),
                -(0.6 * std::log(0.6) + 0.3 * std::log(0.3) + 0.1 * std::log(0.1)), 1e-14);
    const double expected = reading(figure, "expected_entropy");
    if (temperature == 0.01) {
      EXPECT_NEAR(expected, 0, 0.05);
      EXPECT_NEAR(reading(figure, "expected_share"), 0.6, 0.01);
    }
    if (temperature == 20) {
      EXPECT_NEAR(expected, std::log(3), 0.01);
      EXPECT_NEAR(reading(figure, "share_deviation"), 0, 0.03);
    }
  }
}

TEST(GumbelSoftmaxLab, PresetsBreakAsTheySay) {
  GumbelSoftmax wrong = gumbel_preset("wrong_sign");
  EXPECT_GT(reading(gumbel_figure(wrong), "exact_gradient"), 0);
  EXPECT_LT(reading(gumbel_figure(wrong), "gumbel_softmax_mean"), 0);
  wrong.temperature = 0.1;
  EXPECT_GT(reading(gumbel_figure(wrong), "gumbel_softmax_mean"), 0) << "from about 0.2 on";
  GumbelSoftmax offset = gumbel_preset("offset");
  const double with = reading(gumbel_figure(offset), "score_function_deviation");
  offset.offset = 0;
  EXPECT_NEAR(with / reading(gumbel_figure(offset), "score_function_deviation"), 38, 2)
      << "almost forty times";
}

TEST(GumbelSoftmaxLab, TheSchedulesFloorComesAtTheStepNamed) {
  GumbelSoftmax paper = gumbel_preset("paper_schedule");
  EXPECT_EQ(reading(gumbel_figure(paper), "temperature"), 0.5);
  paper.step = 23'999;
  EXPECT_NEAR(reading(gumbel_figure(paper), "temperature"), std::exp(-3e-5 * 23'000), 1e-12);
  EXPECT_NEAR(std::log(2) / paper.rate, 23'105, 1);
}

TEST(GumbelSoftmaxLab, TheSquareOfAGaussianHasTheSpreadsNamed) {
  const Figure square = gumbel_figure(gumbel_preset("smooth_square"));
  EXPECT_NEAR(reading(square, "pathwise_variance"), 4, 1e-8);
  EXPECT_NEAR(reading(square, "score_variance"), 16, 0.5);
  EXPECT_NEAR(reading(square, "baseline_variance"), 11, 0.5);
}

TEST(GumbelSoftmaxLab, AQuickFigureIsPartialAndKeepsItsExactNumbers) {
  const GumbelSoftmax lab{.samples = 50'000};
  const Figure quick = gumbel_figure(lab, {.quick = true}), whole = gumbel_figure(lab);
  EXPECT_TRUE(quick.partial);
  EXPECT_FALSE(whole.partial);
  EXPECT_EQ(reading(quick, "winner_share"), reading(whole, "winner_share"));
  for (const char* id : {"expected_share", "expected_maximum", "expected_entropy"})
    EXPECT_NEAR(reading(quick, id), reading(whole, id), 1e-6) << id;
}

}  // namespace
}  // namespace theta
