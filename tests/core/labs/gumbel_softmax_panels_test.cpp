// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/gumbel_softmax_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(GumbelPanels, WinnersFollowTheProbabilitiesWhateverTheTemperature) {
  GumbelSoftmax gumbel{.probabilities = {0.6, 0.3, 0.1}, .temperature = 0.05, .samples = 100'000};
  const auto won = [&] { return layer<Points>(gumbel_figure(gumbel), "probabilities", "winner_frequency"); };
  const Points cold = won();
  for (std::size_t k = 0; k < 3; ++k) {
    const double p = gumbel.probabilities[k];
    EXPECT_EQ(cold.x[k], static_cast<double>(k));
    EXPECT_NEAR(cold.y[k], p, 4 * std::sqrt(p * (1 - p) / 1e5)) << k;
  }
  gumbel.temperature = 15;
  EXPECT_EQ(won(), cold) << "the noise is frozen, and temperature chooses nothing";
  gumbel.seed = {99};
  EXPECT_NE(won(), cold);
}

TEST(GumbelPanels, TheDrawIsTheSoftmaxOfItsOneHotWinner) {
  for (const double temperature : {0.01, 0.5, 20.0}) {
    const Figure figure = gumbel_figure({.temperature = temperature});
    const auto& soft = layer<Bars>(figure, "sample", "sample");
    const auto& hard = layer<Bars>(figure, "sample", "one_hot");
    double sum = 0;
    std::size_t largest = 0, winner = 0;
    for (std::size_t k = 0; k < soft.y.size(); ++k) {
      sum += soft.y[k];
      if (soft.y[k] > soft.y[largest]) largest = k;
      if (hard.y[k] == 1) winner = k;
    }
    EXPECT_NEAR(sum, 1, 1e-12);
    EXPECT_EQ(largest, winner) << temperature;
  }
}

TEST(GumbelPanels, RingsStandClearOfTheMarksOfWhatWon) {
  const Figure figure = gumbel_figure({});
  for (const Handle& handle : figure.handles) {
    if (handle.panel != "probabilities") continue;
    EXPECT_GT(std::abs(handle.at.x - std::round(handle.at.x)), 0.15) << handle.id;
  }
}

}  // namespace
}  // namespace theta
