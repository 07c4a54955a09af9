// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/gumbel_softmax_scene.h"

#include "core/math/concrete.h"
#include "core/math/softmax.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <stop_token>

namespace theta {
namespace {

/// What is counted over the draws is that of the draws themselves, one by one.
TEST(GumbelSoftmaxScene, TheTallyCountsItsDraws) {
  const GumbelSoftmax lab{.probabilities = {0.4, 0.35, 0.2, 0.05}, .temperature = 0.8, .samples = 1234};
  const GumbelTally tally = gumbel_tally(lab, {});
  EXPECT_EQ(tally.count, 1234);
  ASSERT_EQ(tally.perturbed.rows(), 2000) << "those kept, however few are counted";
  std::vector<double> won(4, 0), mean(4, 0);
  Eigen::ArrayXXd histogram = Eigen::ArrayXXd::Zero(GumbelTally::bins, 4);
  double maximum = 0, entropies = 0;
  for (Eigen::Index n = 0; n < 1234; ++n) {
    const Eigen::ArrayXd row = tally.perturbed.row(n);
    const std::vector<double> y = theta::softmax({row.data(), 4}, 0.8);
    won[static_cast<std::size_t>(std::ranges::max_element(y) - y.begin())] += 1 / 1234.0;
    maximum += std::ranges::max(y) / 1234;
    entropies += entropy(y) / 1234;
    for (std::size_t k = 0; k < 4; ++k) {
      mean[k] += y[k] / 1234;
      histogram(std::min(static_cast<int>(50 * y[k]), 49), static_cast<Eigen::Index>(k)) += 1 / 1234.0;
    }
  }
  for (std::size_t k = 0; k < 4; ++k) {
    EXPECT_NEAR(tally.won[k], won[k], 1e-12);
    EXPECT_NEAR(tally.mean[static_cast<Eigen::Index>(k)], mean[k], 1e-12);
  }
  EXPECT_NEAR(tally.maximum, maximum, 1e-12);
  EXPECT_NEAR(tally.entropy, entropies, 1e-12);
  EXPECT_LT((tally.histogram - histogram).abs().maxCoeff(), 1e-12);
}

/// Moving anything but the seed moves no noise.
TEST(GumbelSoftmaxScene, NoiseDependsOnTheSeedAlone) {
  const auto noise = [](const GumbelSoftmax& lab) {
    Eigen::ArrayXXd drawn = gumbel_tally(lab, {}).perturbed;
    for (Eigen::Index k = 0; k < drawn.cols(); ++k)
      drawn.col(k) -= std::log(lab.probabilities[static_cast<std::size_t>(k)]);
    return drawn;
  };
  const Eigen::ArrayXXd first = noise({});
  const GumbelSoftmax others[] = {{.probabilities = {0.1, 0.1, 0.8}},
                                  {.temperature = 7, .samples = 5000},
                                  {.probabilities = {0.2, 0.2, 0.2, 0.4}}};
  for (const GumbelSoftmax& other : others)
    EXPECT_LT((noise(other).leftCols(3) - first).abs().maxCoeff(), 1e-12);
  EXPECT_GT((noise({.seed = {7}}) - first).abs().maxCoeff(), 1);
}

TEST(GumbelSoftmaxScene, AQuickPassCountsFewerDrawsAndAStoppedOneNoMore) {
  EXPECT_EQ(gumbel_tally({.samples = 100'000}, {.quick = true}).count, 2000 - 1200);
  EXPECT_EQ(gumbel_tally({.samples = 300}, {.quick = true}).count, 300);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_LE(gumbel_tally({.samples = 1'000'000}, {.stop = stop.get_token()}).count, 2000);
}

TEST(GumbelSoftmaxScene, TheMemoGivesWhatWouldBeComputedAnew) {
  ExpectationMemo memo;
  const std::vector<double> law = {0.5, 0.5}, other = {0.3, 0.7};
  const auto coarse = memo.curves(law, {.quick = true});
  EXPECT_EQ(coarse->temperatures.size(), 31u);
  std::stop_source stop;
  stop.request_stop();
  memo.curves(law, {.stop = stop.get_token()});
  EXPECT_EQ(memo.curves(law, {.quick = true})->temperatures.size(), 31u) << "what was stopped is not kept";
  const auto whole = memo.curves(law, {});
  EXPECT_EQ(whole->temperatures.size(), 61u);
  EXPECT_EQ(memo.curves(law, {.quick = true}), whole);
  EXPECT_EQ(memo.curves(law, {}), whole);
  ExpectationMemo fresh;
  const auto of_other = memo.curves(other, {});
  EXPECT_NE(of_other, whole);
  for (std::size_t n = 0; n < 61; n += 20)
    EXPECT_EQ(of_other->at[n].mean[0], fresh.curves(other, {})->at[n].mean[0]);
}

TEST(GumbelSoftmaxScene, TheDrawShownIsTheOneAskedFor) {
  ExpectationMemo memo;
  const GumbelSoftmax lab{
      .view = GumbelView::annealing, .temperature = 2, .draw = 1999, .rate = 1e-4, .step = 10'250};
  const GumbelScene scene = gumbel_scene(lab, {}, memo);
  EXPECT_NEAR(scene.temperature, 2 * std::exp(-1.0), 1e-12) << "set at step 10 000";
  for (std::size_t k = 0; k < 3; ++k)
    EXPECT_EQ(scene.shown[k], scene.tally.perturbed(1999, static_cast<Eigen::Index>(k)));
  EXPECT_EQ(scene.shown[scene.won_by], std::ranges::max(scene.shown));
  EXPECT_FALSE(scene.curves) << "there is no axis of temperature";
}

TEST(GumbelSoftmaxScene, TemperaturesAreEvenOnALogarithmicAxis) {
  const std::vector<double> steps = log_spaced(0.01, 20, 61);
  EXPECT_EQ(steps.front(), 0.01);
  EXPECT_EQ(steps.back(), 20);
  for (std::size_t n = 1; n < steps.size(); ++n)
    EXPECT_NEAR(steps[n] / steps[n - 1], std::pow(2000, 1.0 / 60), 1e-12);
}

}  // namespace
}  // namespace theta
