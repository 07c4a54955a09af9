// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/gumbel_softmax_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(GumbelGradients, BiasAndSpreadAreGolden) {
  const struct {
    double p, temperature, mean, variance, straight_mean, straight_variance;
  } golden[] = {{0.5, 0.5, 0.0214601836603, 0.0142444632621, 0.0214601836603, 0.077933685077},
                {0.5, 2, 0.0107300918301, 0.00103711808621, 0.0107300918301, 0.0119884955381},
                {0.2, 0.2, -0.00207176636374, 0.0264783729141, -0.00937793159539, 0.131893093912},
                {0.2, 1, -0.0231245617421, 0.00331154397136, -0.0501167900122, 0.0212579309273}};
  for (const auto& row : golden) {
    const Figure figure = gumbel_figure(
        {.view = GumbelView::gradients, .probabilities = {row.p, 1 - row.p}, .temperature = row.temperature});
    EXPECT_NEAR(reading(figure, "exact_gradient"), row.p == 0.5 ? 0.025 : 0.016, 1e-12);
    EXPECT_NEAR(reading(figure, "gumbel_softmax_mean"), row.mean, 1e-9);
    EXPECT_NEAR(reading(figure, "gumbel_softmax_deviation"), std::sqrt(row.variance), 1e-8);
    EXPECT_NEAR(reading(figure, "straight_through_gumbel_mean"), row.straight_mean, 1e-9);
    EXPECT_NEAR(reading(figure, "straight_through_gumbel_deviation"), std::sqrt(row.straight_variance), 1e-8);
  }
}

TEST(GumbelGradients, ABaselineTakesTheCostOfAConstantBack) {
  GumbelSoftmax gumbel{.view = GumbelView::gradients, .probabilities = {0.3, 0.7}};
  const auto spread = [&] { return reading(gumbel_figure(gumbel), "score_function_deviation"); };
  const double before = spread();
  gumbel.offset = 10;
  EXPECT_GT(spread(), 20 * before);
  gumbel.baseline = ScoreBaseline::best;
  const double best = spread();
  EXPECT_LE(best, before);
  gumbel.offset = 0;
  EXPECT_NEAR(spread(), best, 1e-9) << "with it a constant costs nothing";
}

}  // namespace
}  // namespace theta
