// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/annealing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(Annealing, TheFloorIsReachedAtGoldenSteps) {
  const double golden[][2] = {{1e-5, 69315}, {3e-5, 23105}, {1e-4, 6931}};
  for (const auto& [rate, step] : golden) {
    const AnnealingSchedule schedule{.rate = rate};
    EXPECT_EQ(std::round(floor_reached_at(schedule)), step);
    EXPECT_GT(annealed_temperature(schedule, step - 10), 0.5);
    EXPECT_EQ(annealed_temperature(schedule, step + 10), 0.5);
  }
}

TEST(Annealing, EverySchedulesEndsAreStartAndFloor) {
  for (const Annealing kind : {Annealing::exponential, Annealing::linear, Annealing::cosine}) {
    const AnnealingSchedule schedule{.kind = kind, .start = 2, .floor = 0.1, .rate = 1e-3, .steps = 10'000};
    EXPECT_DOUBLE_EQ(annealed_temperature(schedule, 0), 2);
    EXPECT_NEAR(annealed_temperature(schedule, 10'000), 0.1, 1e-15);
    EXPECT_NEAR(annealed_temperature(schedule, 1e6), 0.1, 1e-15);
    double last = 3;
    for (double step = 0; step <= 10'000; step += 250) {
      EXPECT_LE(annealed_temperature(schedule, step), last);
      last = annealed_temperature(schedule, step);
    }
  }
  EXPECT_EQ(annealed_temperature({.kind = Annealing::constant, .start = 0.66}, 5e4), 0.66);
  EXPECT_DOUBLE_EQ(
      annealed_temperature({.kind = Annealing::cosine, .start = 1, .floor = 0.5, .steps = 100}, 50), 0.75);
}

TEST(Annealing, IsSetAnewOnlyAtARefresh) {
  const AnnealingSchedule schedule{.rate = 1e-4, .refresh = 1000};
  EXPECT_EQ(annealed_temperature(schedule, 999), 1);
  EXPECT_DOUBLE_EQ(annealed_temperature(schedule, 1999), std::exp(-0.1));
}

}  // namespace
}  // namespace theta
