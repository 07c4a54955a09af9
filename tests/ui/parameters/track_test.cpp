// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/track.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

TEST(Track, EndsAndMiddle) {
  const Track linear{.limits = {-2, 6}};
  EXPECT_EQ(position_of(linear, -2), 0);
  EXPECT_EQ(position_of(linear, 6), 1);
  EXPECT_EQ(value_at(linear, 0.5), 2);
  const Track log{.limits = {100, 1e8}, .scale = Scale::log};
  EXPECT_NEAR(position_of(log, 1e5), 0.5, 1e-12);
  EXPECT_EQ(value_at(log, 0.5), 1e5);
  EXPECT_EQ(value_at(log, 1), 1e8);
  EXPECT_EQ(value_at(log, 0), 100);
}

TEST(Track, ValuesOutsideLieAtTheEnds) {
  const Track track{.limits = {0, 10}};
  EXPECT_EQ(position_of(track, -1), 0);
  EXPECT_EQ(position_of(track, 11), 1);
  EXPECT_EQ(value_at(track, 2), 10);
}

TEST(Track, ALogScaleMayStartAtZero) {
  const Track track{.limits = {0, 1e7}, .scale = Scale::log, .multiple = 1};
  EXPECT_EQ(value_at(track, 0), 0);
  EXPECT_EQ(value_at(track, 1), 1e7);
  for (const double value : {0.0, 1.0, 14.0, 4096.0, 1e7})
    EXPECT_EQ(exact_value_at(track, position_of(track, value)), value);
}

TEST(Track, PositionsComeBack) {
  for (const Track& track :
       {Track{.limits = {-3, 7}}, Track{.limits = {1e-3, 1e6}, .scale = Scale::log},
        Track{.limits = {-5, 100}, .scale = Scale::log}, Track{.limits = {0, 2 * pi}, .angle = true}}) {
    double before = -INFINITY;
    for (int i = 0; i <= 100; ++i) {
      const double value = exact_value_at(track, i / 100.0);
      EXPECT_NEAR(position_of(track, value), i / 100.0, 1e-9);
      EXPECT_GT(value, before);
      before = value;
      const double shown = value_at(track, i / 100.0);
      EXPECT_LE(std::abs(position_of(track, shown) - i / 100.0), 0.003);
      EXPECT_GE(shown, track.limits.low);
      EXPECT_LE(shown, track.limits.high);
    }
  }
}

TEST(Track, WholeNumbersAreMultiplesInsideTheLimits) {
  const Track track{.limits = {3, 513}, .multiple = 2};
  for (int i = 0; i <= 1000; ++i) {
    const double value = value_at(track, i / 1000.0);
    EXPECT_EQ(std::fmod(value, 2), 0);
    EXPECT_GE(value, 4);
    EXPECT_LE(value, 512);
  }
}

TEST(Track, EmptyRangesStandStill) {
  const Track track{.limits = {5, 5}};
  EXPECT_EQ(position_of(track, 5), 0);
  EXPECT_EQ(value_at(track, 0.7), 5);
  EXPECT_EQ(stepped(track, 5, 1, Pace::usual), 5);
}

struct Stepping {
  Track track;
  double from;
  int steps;
  Pace pace;
  double to;
};

class TrackStep : public testing::TestWithParam<Stepping> {};

TEST_P(TrackStep, Arrives) {
  const auto& [track, from, steps, pace, to] = GetParam();
  EXPECT_DOUBLE_EQ(stepped(track, from, steps, pace), to);
}

const Track unit{.limits = {0, 1}}, even{.limits = {2, 512}, .multiple = 2},
    base{.limits = {100, 1e8}, .scale = Scale::log},
    position{.limits = {0, 1e7}, .scale = Scale::log, .multiple = 1},
    turn{.limits = {0, 2 * pi}, .angle = true};

INSTANTIATE_TEST_SUITE_P(
    Table, TrackStep,
    testing::Values(
        Stepping{unit, 0.1, 2, Pace::usual, 0.12}, Stepping{unit, 0.29, 1, Pace::usual, 0.3},
        Stepping{unit, 0.3, -1, Pace::fine, 0.299}, Stepping{unit, 0.3, 1, Pace::coarse, 0.4},
        Stepping{unit, 0.95, 1, Pace::coarse, 1}, Stepping{unit, 0, -1, Pace::usual, 0},
        Stepping{unit, 0.123, 1, Pace::usual, 0.133}, Stepping{even, 64, 1, Pace::usual, 68},
        Stepping{even, 64, 1, Pace::fine, 66}, Stepping{even, 64, -1, Pace::coarse, 24},
        Stepping{base, 10'000, 1, Pace::usual, 11'000}, Stepping{base, 10'000, -1, Pace::usual, 9900},
        Stepping{base, 9900, 1, Pace::usual, 10'000}, Stepping{base, 10'000, 1, Pace::fine, 10'100},
        Stepping{base, 10'000, 1, Pace::coarse, 20'000}, Stepping{base, 100, -1, Pace::usual, 100},
        Stepping{position, 0, 1, Pace::usual, 1}, Stepping{position, 14, 1, Pace::usual, 15},
        Stepping{position, 14, 1, Pace::fine, 15}, Stepping{position, 4096, 1, Pace::usual, 4196},
        Stepping{position, 1, -1, Pace::usual, 0}, Stepping{turn, 0, 1, Pace::usual, pi / 60},
        Stepping{turn, pi / 6, 10, Pace::usual, pi / 3}));

}  // namespace
}  // namespace theta
