// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "tests/core/labs/rope_figure.h"
#include "tests/core/labs/run_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;

INSTANTIATE_TEST_SUITE_P(Rope, Code, testing::ValuesIn(code_cases("rope")), name_of_case);

/// A key ahead of its query, partly rotated halves, and the sines of the table.
TEST(RopeCode, numpy_computes_what_no_preset_shows) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const Rope rope{.view = RopeView::layout,
                  .entry = RotationEntry::sine,
                  .query_position = 5,
                  .key_position = 45,
                  .head_dimension = 24,
                  .rotary_dimensions = 16,
                  .base = 50,
                  .pair = 2,
                  .layout = RopeLayout::half_split,
                  .content = RopeContent::same,
                  .scaling = RotaryScaling::dynamic,
                  .factor = 3,
                  .length = 10'000};
  std::vector<Values> settings;
  for (const auto view :
       {RopeView::layout, RopeView::table, RopeView::pairs, RopeView::slide, RopeView::precision,
        RopeView::linear_attention, RopeView::scalings, RopeView::overview}) {
    Rope other = rope;
    other.view = view;
    settings.push_back(to_values(other));
  }
  expect_drawn(rotary_lab(), settings, CodeLibrary::numpy);
}

/// Pairs left out, with a curve of all that fits beside the others and with one that would flatten them, a
/// part that is not rotated left out too, and a format that does not hold the position.
TEST(RopeCode, numpy_computes_what_settings_hide) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto pairs = [](KeptPairs kept, bool unrotated, std::vector<double> off) {
    return to_values(Rope{.view = RopeView::pairs,
                          .kept = kept,
                          .pairs_off = std::move(off),
                          .keeps_unrotated = unrotated,
                          .rotary_dimensions = 48,
                          .pair = 20});
  };
  const auto rounded = [](FloatFormat precision) {
    return to_values(Rope{.view = RopeView::precision,
                          .precision = precision,
                          .shift = 80'001,
                          .content = RopeContent::ones,
                          .distance_span = 400});
  };
  expect_drawn(rotary_lab(),
               {pairs(KeptPairs::all, true, {0.5, 3}), pairs(KeptPairs::slow, false, {21}),
                pairs(KeptPairs::slow, false, {20, 21, 22, 23}), rounded(FloatFormat::float16),
                rounded(FloatFormat::float64)},
               CodeLibrary::numpy);
}

TEST(RopeCode, PairsStandWhereTheLayoutHasThem) {
  const auto script = [](RopeView view, RopeLayout layout) {
    return rope_code({.view = view, .layout = layout}, CodeLibrary::numpy);
  };
  const char *neighbours = "\nfirst, second = 2 * i, 2 * i + 1\n", *halves = "\nfirst, second = i, i + pairs";
  EXPECT_THAT(script(RopeView::overview, RopeLayout::interleaved), HasSubstr(neighbours));
  EXPECT_THAT(script(RopeView::overview, RopeLayout::half_split), HasSubstr(halves));
  EXPECT_THAT(script(RopeView::overview, RopeLayout::half_split), Not(HasSubstr("other_first")));
  EXPECT_THAT(script(RopeView::layout, RopeLayout::half_split),
              HasSubstr("\nother_first, other_second = 2 * i, 2 * i + 1\n"));
}

}  // namespace
}  // namespace theta
