// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/attention_decay_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace theta {
namespace {

INSTANTIATE_TEST_SUITE_P(AttentionDecay, Code, testing::ValuesIn(code_cases("attention-decay")),
                         name_of_case);

/// Part of the head rotated, heads that are no power of two, and every other content beside the chosen one.
TEST(AttentionDecayCode, numpy_computes_random_content_of_partly_rotated_heads) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  expect_drawn(
      decay_lab(),
      to_values(AttentionDecay{.distance_limit = 300,
                               .distance_scale = DistanceScale::log,
                               .probe = 0,
                               .curves = {DecayCurve::decay_bound, DecayCurve::same_random,
                                          DecayCurve::independent, DecayCurve::peak},
                               .content = DecayContent::independent,
                               .schemes = {PositionScheme::rope, PositionScheme::longrope,
                                           PositionScheme::xpos, PositionScheme::alibi, PositionScheme::none},
                               .heads = 12,
                               .head = 10,
                               .temperature = 0.7,
                               .head_dimension = 48,
                               .rotary_dimensions = 32,
                               .scaling = RotaryScaling::yarn_paper,
                               .short_factors = {1, 1.5, 2},
                               .long_factors = {4}}),
      CodeLibrary::numpy);
}

/// Columns of either scale with every curve, each content, contexts with a step of their own, and formats
/// that end before the last distance.
TEST(AttentionDecayCode, numpy_computes_columns_of_every_curve_and_rounding) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  using enum DecayCurve;
  const std::vector<DecayCurve> curves = {decay_bound, decay_same, same_random, independent, peak};
  const std::vector<AttentionDecay> settings = {
      {.distance_limit = 70'000,
       .probe = 66'000,
       .curves = curves,
       .content = DecayContent::same_random,
       .schemes = {PositionScheme::alibi, PositionScheme::linear},
       .precision = FloatFormat::float16,
       .rotary_dimensions = 96,
       .context = 12'000},
      {.distance_limit = 400'000,
       .distance_scale = DistanceScale::log,
       .curves = curves,
       .content = DecayContent::peak,
       .peak_distance = 5000,
       .schemes = {PositionScheme::xpos},
       .precision = FloatFormat::float32,
       .context = 1,
       .scaling = RotaryScaling::dynamic},
      {.distance_limit = 10, .curves = {}, .schemes = {}, .rotary_dimensions = 2, .base = 100, .context = 2},
      {.distance_limit = 700,
       .curves = {independent},
       .precision = FloatFormat::float16,
       .head_dimension = 512,
       .rotary_dimensions = 512,
       .base = 1e8}};
  std::vector<Values> values;
  for (const AttentionDecay& each : settings) values.push_back(to_values(each));
  expect_drawn(decay_lab(), values, CodeLibrary::numpy);
}

TEST(AttentionDecayCode, DefinesTheRulesInUseOnce) {
  const std::string script =
      attention_decay_code({.schemes = {PositionScheme::rope, PositionScheme::yarn, PositionScheme::ntk},
                            .scaling = RotaryScaling::yarn},
                           CodeLibrary::numpy);
  const auto times = [&](const std::string& words) {
    int found = 0;
    for (std::size_t at = 0; (at = script.find(words, at)) != script.npos; ++at) ++found;
    return found;
  };
  EXPECT_EQ(times("\ndef yarn():"), 1) << "as set, and beside it";
  EXPECT_EQ(times("\ndef ntk():"), 1);
  EXPECT_EQ(times("\ndef unscaled_rule():"), 0);
  EXPECT_EQ(times("\ndef llama3():"), 0);
}

}  // namespace
}  // namespace theta
