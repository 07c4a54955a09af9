// SPDX-License-Identifier: GPL-3.0-or-later
// What presets say is to be seen is there.
#include "core/labs/rope_scene.h"
#include "core/labs/rope_views.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/preset_values.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

Rope rope_preset(const char* id) { return parameters_of<Rope>(rope_presets(), id); }

TEST(RopePresets, TheSameContentIsHighestWhereTokensMeetAndRisesAgain) {
  const Figure figure = rope_figure(rope_preset("same_content"));
  const std::vector<double>& logit = layer<Curve>(figure, "logit", "logit").y;
  EXPECT_EQ(std::ranges::max_element(logit), logit.begin());
  int rises = 0;
  for (std::size_t n = 1; n + 1 < logit.size(); ++n)
    rises += logit[n] > logit[n - 1] && logit[n] >= logit[n + 1] && logit[n] > 0.6 * logit[0];
  EXPECT_GT(rises, 5) << "it does not simply decay";
}

TEST(RopePresets, Llama3KeepsDividesAndBlends) {
  const RopeScene scene = rope_scene(rope_preset("llama3"), {});
  const Eigen::ArrayXd kept = scene.scaled.inverse_frequency / scene.unscaled;
  EXPECT_TRUE(std::ranges::is_sorted(kept, std::ranges::greater()));
  const auto fast = (kept > 1 - 1e-12).count(), slow = (kept < 1.0 / 8 + 1e-12).count();
  EXPECT_GT(fast, 20);
  EXPECT_GT(slow, 20);
  EXPECT_GT(64 - fast - slow, 2) << "a few between";
  EXPECT_LT(64 - fast - slow, 10);
}

TEST(RopePresets, SlowPairsNeverCompletedATurnInTraining) {
  const Rope rope = rope_preset("unseen_phases");
  const Figure figure = rope_figure(rope);
  EXPECT_LT(reading(figure, "turns"), 1) << "the pair shown is one of them";
  EXPECT_EQ(std::ranges::count(layer<Points>(figure, "frequencies", "incomplete").x, 28.0), 1);
}

TEST(RopePresets, InterpolationByAThousandLeavesNothingToTellNeighboursBy) {
  const Rope rope = rope_preset("crowded");
  EXPECT_NEAR(rope_scene(rope, {}).scaled.inverse_frequency.maxCoeff(), 1e-3, 1e-15);
  const Figure crowded = rope_figure(rope);
  const std::vector<double>& logit = layer<Curve>(crowded, "logit", "logit").y;
  EXPECT_LT(std::abs(logit[4] - logit[0]), 1e-4 * logit[0]) << "a token on";
  EXPECT_LT(std::ranges::max(logit) - std::ranges::min(logit), 0.02 * logit[0]);
}

/// Tokens hundreds apart look as near as some a dozen apart.
TEST(RopePresets, ATinyBaseComesBackAgainAndAgain) {
  const Figure figure = rope_figure(rope_preset("tiny_base"));
  const Curve& logit = layer<Curve>(figure, "logit", "logit");
  int visits = 0;
  bool above = true;
  for (std::size_t n = 0; n < logit.x.size(); ++n) {
    const bool now = logit.y[n] > logit.y[0] / 3;
    visits += now && !above && logit.x[n] > 400;
    above = now;
  }
  EXPECT_GE(visits, 4);
}

/// 8 206 and 8 197 are one number in bfloat16, whose numbers there lie 64 apart.
TEST(RopePresets, TokensThatRoundToOnePositionHaveTheLogitOfDistanceZero) {
  const Rope rope = rope_preset("bfloat16");
  Rope together = rope;
  together.view = RopeView::overview;
  together.query_position = together.key_position;
  EXPECT_NEAR(reading(rope_figure(rope), "logit_rounded"), reading(rope_figure(together), "logit"), 1e-11);
}

TEST(RopePresets, FarFromAllKeysHalfOfTheLinearWeightsAreNegative) {
  const Rope rope = rope_preset("far_from_keys");
  const Figure figure = rope_figure(rope);
  EXPECT_NEAR(reading(figure, "sum_softmax"), 1, 1e-14);
  EXPECT_NEAR(reading(figure, "negative") / rope.keys, 0.5, 0.2);
  EXPECT_LT(std::abs(reading(figure, "sum_linear")), 0.1);
}

TEST(RopePresets, DynamicScalingIsIdleUpToTheTrainedContext) {
  Rope rope = rope_preset("dynamic_idle");
  EXPECT_GT(rope.factor, 1);
  EXPECT_EQ(reading(rope_figure(rope), "ratio_dynamic"), 1);
  double before = 1;
  for (const std::int64_t length : {4097, 6000, 16'384}) {
    rope.length = length;
    const double ratio = reading(rope_figure(rope), "ratio_dynamic");
    EXPECT_LT(ratio, before) << length;
    before = ratio;
  }
}

TEST(RopePresets, TheFastestPairTurnsEvery2PiTokensWhateverTheBase) {
  Rope rope = rope_preset("fast_and_slow");
  ASSERT_EQ(rope.pair, 0);
  for (const double base : {100.0, 1e4, 1e6}) {
    rope.base = base;
    EXPECT_NEAR(reading(rope_figure(rope), "wavelength"), 2 * pi, 1e-14);
  }
}

}  // namespace
}  // namespace theta
