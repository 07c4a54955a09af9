// SPDX-License-Identifier: GPL-3.0-or-later
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
