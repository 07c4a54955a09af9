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

TEST(GumbelGradients, LeavingOneOutHistogramBaselineAndSpreadAgree) {
  GumbelSoftmax gumbel{.view = GumbelView::gradients,
                       .probabilities = {0.3, 0.7},
                       .temperature = 0.02,
                       .offset = 1,
                       .baseline = ScoreBaseline::leave_one_out,
                       .batch = 5};
  const Figure figure = gumbel_figure(gumbel);
  const auto& values = layer<Points>(figure, "values", "score_function_values");
  double share = 0, mean = 0, square = 0;
  for (std::size_t i = 0; i < values.x.size(); ++i) {
    share += values.y[i];
    mean += values.y[i] * values.x[i];
    square += values.y[i] * values.x[i] * values.x[i];
  }
  EXPECT_NEAR(share, 1, 1e-12);
  const double f[] = {0.55 * 0.55 + 1, 0.45 * 0.45 + 1}, expected = 0.3 * f[0] + 0.7 * f[1];
  EXPECT_NEAR(reading(figure, "baseline"), expected, 1e-12);
  // (f − b)(h − π): E f about which b swings by the deviation of f over the root of 4.
  const double of_f = 0.21 * std::pow(f[0] - f[1], 2), gradient = 0.3 * (f[0] - expected);
  const double about =
      0.3 * std::pow((f[0] - expected) * 0.7, 2) + 0.7 * std::pow((f[1] - expected) * 0.3, 2);
  const double deviation = std::sqrt(about + of_f / 4 * 0.21 - gradient * gradient);
  EXPECT_NEAR(reading(figure, "score_function_deviation"), deviation, 1e-12);
  EXPECT_LT(reading(figure, "score_function_batch_deviation"), deviation);
  EXPECT_NEAR(mean, gradient, 0.1) << "bins are wide";
  EXPECT_NEAR(std::sqrt(square - mean * mean), deviation, 0.2);
  gumbel.baseline = ScoreBaseline::none;
  EXPECT_EQ(layer<Points>(gumbel_figure(gumbel), "values", "score_function_values").x.size(), 2u);
}

/// As the preset says.
TEST(GumbelGradients, PointTheWrongWayBetweenTwoTemperatures) {
  const auto mean = [](double temperature) {
    return reading(
        gumbel_figure(
            {.view = GumbelView::gradients, .probabilities = {0.2, 0.8}, .temperature = temperature}),
        "gumbel_softmax_mean");
  };
  EXPECT_GT(mean(0.17), 0);
  EXPECT_LT(mean(0.18), 0);
  EXPECT_LT(mean(6.5), 0);
  EXPECT_GT(mean(6.6), 0);
}

}  // namespace
}  // namespace theta
