// SPDX-License-Identifier: GPL-3.0-or-later
// What presets say is to be seen is there.
#include "core/labs/attention_decay_presets.h"

#include "core/labs/attention_decay_scene.h"
#include "core/math/context_base.h"
#include "core/math/rope.h"
#include "tests/core/labs/attention_decay_figure.h"
#include "tests/core/labs/preset_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

AttentionDecay decay_preset(const char* id) {
  return parameters_of<AttentionDecay>(attention_decay_presets(), id);
}

TEST(AttentionDecayPresets, ThePublishedBoundGoesUpAtAlmostHalfOfItsSteps) {
  const AttentionDecay p = decay_preset("published_bound");
  const std::vector<double> bound = bound_summary(attention_decay_scene(p, {})).mean;
  ASSERT_EQ(bound.size(), 251u);
  int up = 0;
  for (std::size_t s = 1; s < bound.size(); ++s) up += bound[s] > bound[s - 1];
  EXPECT_GT(up, 105);
  EXPECT_LT(up, 125);
  EXPECT_EQ(std::ranges::min_element(bound) - bound.begin(), 236);
  EXPECT_EQ(p.probe, 236);
}

TEST(AttentionDecayPresets, TheBaseOfAContextSupportsItAndMostLargerOnesDoNot) {
  const AttentionDecay p = decay_preset("base_for_context");
  EXPECT_EQ(p.context, 4096);
  const auto reaches = [&](double base) {
    return !first_negative(inverse_frequencies(p.rotary_dimensions, base), p.context, {});
  };
  EXPECT_TRUE(reaches(p.base));
  int larger = 0, failing = 0;
  for (double base = 1.01 * p.base; base < 2 * p.base; base *= 1.03, ++larger) failing += !reaches(base);
  EXPECT_GT(failing, larger / 4);
  const AttentionDecay large = decay_preset("large_base");
  EXPECT_FALSE(first_negative(inverse_frequencies(128, large.base), 18'000, {}));
}

TEST(AttentionDecayPresets, YarnMultipliesALogitByItsFactorSquared) {
  const AttentionDecayScene scene = attention_decay_scene(decay_preset("yarn_factor"), {});
  EXPECT_NEAR(scene.scaled.attention_factor, 1.28, 0.005);
  const double rope = scheme_logit(scene, PositionScheme::rope).coefficients.front().real(),
               none = scheme_logit(scene, PositionScheme::none).constant / 64;
  EXPECT_NEAR(rope / none, 1.63, 0.005);
}

TEST(AttentionDecayPresets, TheSlowestPairTurnsOnceAtTheDistanceNamed) {
  const AttentionDecay p = decay_preset("ten_million");
  const Eigen::ArrayXd frequencies = inverse_frequencies(p.rotary_dimensions, p.base);
  EXPECT_NEAR(2 * std::numbers::pi / frequencies.minCoeff(), static_cast<double>(p.probe), 1);
}

TEST(AttentionDecayPresets, PartsThatBreakBreak) {
  const Figure rounded = decay_figure(decay_preset("bfloat16_angles"), {.quick = true});
  EXPECT_GT(reading(rounded, "cosine_error"), 1.9);
  const AttentionDecay tiny = decay_preset("tiny_base");
  const Eigen::ArrayXd frequencies = inverse_frequencies(tiny.rotary_dimensions, tiny.base);
  const auto negative = first_negative(frequencies, tiny.distance_limit, {});
  ASSERT_TRUE(negative);
  EXPECT_GE(*negative, 24) << "after a few dozen tokens";
  EXPECT_LE(*negative, 60);
  double back = 0;
  for (std::int64_t s = *negative; s <= tiny.distance_limit; ++s)
    back = std::max(back, (static_cast<double>(s) * frequencies).cos().sum());
  EXPECT_GT(back, 8) << "and comes back";
}

TEST(AttentionDecayPresets, ALowTemperatureSharpensAttention) {
  AttentionDecay p = decay_preset("sharp_attention");
  const auto entropy_of = [&] {
    const AttentionDecayScene scene = attention_decay_scene(p, {});
    return weights_of(scene, scheme_logit(scene, PositionScheme::rope)).entropy;
  };
  const double sharp = entropy_of();
  EXPECT_LT(sharp, 0.5 * std::log(4001));
  p.temperature = 1;
  EXPECT_GT(entropy_of(), sharp + 1);
}

}  // namespace
}  // namespace theta
