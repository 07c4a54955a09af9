// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/gumbel_softmax_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

TEST(GumbelAnnealing, TheSchedulesFallFromStartToFloor) {
  for (const Annealing kind : {Annealing::exponential, Annealing::linear, Annealing::cosine}) {
    const Figure figure = gumbel_figure({.view = GumbelView::annealing,
                                         .temperature = 1,
                                         .schedule = kind,
                                         .floor = 0.5,
                                         .rate = 1e-3,
                                         .steps = 10'000,
                                         .refresh = 1,
                                         .step = 0});
    const auto& curve = layer<Curve>(figure, "schedule", "temperature");
    EXPECT_NEAR(curve.y.front(), 1, 1e-12);
    EXPECT_NEAR(curve.y.back(), 0.5, 1e-12);
    EXPECT_TRUE(std::ranges::is_sorted(curve.y, std::ranges::greater()));
  }
}

TEST(GumbelAnnealing, WithoutNoiseTheLikeliestClassTakesAll) {
  const Figure figure = gumbel_figure({.view = GumbelView::annealing,
                                       .probabilities = {0.5, 0.3, 0.2},
                                       .temperature = 1,
                                       .floor = 0.02,
                                       .rate = 1e-3,
                                       .steps = 10'000,
                                       .refresh = 1});
  EXPECT_NEAR(layer<Curve>(figure, "softmax", "softmax_1").y.front(), 0.5, 1e-12)
      << "at temperature 1 it is the law";
  EXPECT_NEAR(layer<Curve>(figure, "softmax", "softmax_1").y.back(), 1, 1e-9);
}

TEST(GumbelAnnealing, ThePresentTemperatureIsTheSchedules) {
  const Figure figure = gumbel_figure({.view = GumbelView::annealing,
                                       .temperature = 1,
                                       .floor = 0.5,
                                       .rate = 3e-5,
                                       .steps = 50'000,
                                       .refresh = 1000,
                                       .step = 10'500});
  EXPECT_NEAR(reading(figure, "temperature"), std::exp(-3e-5 * 10'000), 1e-12)
      << "set anew every 1 000 steps";
}

}  // namespace
}  // namespace theta
