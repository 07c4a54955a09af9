// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "tests/core/labs/attention_decay_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace theta {
namespace {

/// Columns of either scale with every curve, each content, contexts with a step of their own, and formats
/// that end before the last distance.
TEST(DistanceColumnsCode, numpy_computes_columns_of_every_curve_and_rounding) {
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

}  // namespace
}  // namespace theta
