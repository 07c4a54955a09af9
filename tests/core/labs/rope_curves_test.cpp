// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_panels.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>

namespace theta {
namespace {

/// The logit on the curve is that of a query so far ahead of its key.
TEST(RopeCurves, LogitsAreThoseOfTokensAtTheirDistance) {
  Rope rope{.head_dimension = 48, .rotary_dimensions = 32, .scaling = RotaryScaling::ntk};
  const RopeScene scene = rope_scene(rope, {});
  const Steps steps = distance_steps(scene);
  const Curve all = logit_curve(scene, {.id = "all"}, steps, scene.products, 0, scene.unrotated),
              pair = pair_curve(scene, steps);
  ASSERT_EQ(all.x.size(), 513u);
  for (std::size_t n = 0; n < all.x.size(); n += 4) {
    rope.query_position = rope.key_position + std::llround(all.x[n]);
    const RopeScene there = rope_scene(rope, {});
    expect_near(all.y[n], there.rotated_query.dot(there.rotated_key), 1e-11);
    const Point q = there.rotated_query_pair(), k = there.rotated_key_pair();
    expect_near(pair.y[n], q.x * k.x + q.y * k.y, 1e-11);
  }
}

TEST(RopeCurves, StepsAreATokenAtMostAndEndWhereTheAxisDoes) {
  for (const double span : {16.0, 128.0, 512.0, 4096.0}) {
    const Steps steps = steps_over({-span, span});
    EXPECT_LE(steps.step, 1);
    EXPECT_GE(steps.count, 513u);
    EXPECT_EQ(steps.places().front(), -span);
    EXPECT_NEAR(steps.places().back(), span, 1e-9);
  }
}

TEST(RopeCurves, DistancesAreShownFromZeroOrAboutThePresentOne) {
  const auto shown = [](std::int64_t query, std::int64_t key) {
    const Limits limits =
        shown_distances(rope_scene({.query_position = query, .key_position = key, .distance_span = 100}, {}));
    EXPECT_LE(limits.low, static_cast<double>(query - key));
    EXPECT_GE(limits.high, static_cast<double>(query - key));
    return std::pair{limits.low, limits.high};
  };
  EXPECT_EQ(shown(50, 50), std::pair(0.0, 100.0));
  EXPECT_EQ(shown(150, 50), std::pair(0.0, 100.0));
  EXPECT_EQ(shown(151, 50), std::pair(51.0, 151.0));
  EXPECT_EQ(shown(40, 50), std::pair(-100.0, 100.0));
  EXPECT_EQ(shown(0, 500), std::pair(-550.0, -450.0));
  EXPECT_EQ(stretch_with(100, 100).high, 100);
  EXPECT_EQ(stretch_with(101, 100).low, 51);
}

/// The axis holds its curves and reaches below 0 where they do.
TEST(RopeCurves, TheAxisOfLogitsHoldsItsCurves) {
  for (const double low : {0.0, -0.4, -30.0}) {
    for (const double high : {0.0, 0.7, 55.0}) {
      const Curve curve{.mark = {.id = "some"}, .x = {0, 1}, .y = {low, high}};
      const Axis axis = logit_axis({&curve});
      EXPECT_LE(axis.low, low < -0.02 * high ? low : 0);
      EXPECT_GE(axis.high, high);
      EXPECT_LT(axis.low, axis.high);
    }
  }
}

/// The points are the pairs that do not turn once in the trained context, and so stand below its line.
TEST(RopeCurves, FrequenciesBelowTheContextsAreMarked) {
  const RopeScene scene = rope_scene({.original_context = 1024}, {});
  const Panel panel = frequencies_panel(scene);
  int slow = 0;
  for (int i = 0; i < 32; ++i) slow += 1024 * std::pow(1e4, -i / 32.0) < 2 * std::numbers::pi;
  ASSERT_GT(slow, 5);
  for (const Layer& each : panel.layers) {
    if (mark_of(each).id == "incomplete") {
      const std::vector<double>& pairs = std::get<Points>(each).x;
      EXPECT_EQ(static_cast<int>(pairs.size()), slow);
      EXPECT_EQ(pairs.front(), 32 - slow);
    }
    if (mark_of(each).id == "trained_context") {
      expect_near(std::get<Rule>(each).at, 2 * std::numbers::pi / 1024);
    }
  }
  EXPECT_EQ(panel.picks.size(), 32u);
  EXPECT_LT(panel.y.low, scene.unscaled.minCoeff());
}

}  // namespace
}  // namespace theta
