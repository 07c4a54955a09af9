// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/rope_figure.h"
#include "tests/core/labs/run_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
  Rope table = rope;
  table.view = RopeView::table;
  expect_drawn(rotary_lab(), {to_values(rope), to_values(table)}, CodeLibrary::numpy);
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

/// The distances are those of the axis, which is set about the present one where that is far.
TEST(RopeCode, GoesOverTheDistancesShown) {
  const auto script = [](std::int64_t query, std::int64_t key) {
    return rope_code({.query_position = query, .key_position = key}, CodeLibrary::numpy);
  };
  EXPECT_THAT(script(14, 5), HasSubstr("\nlow, high = 0, distance_span\n"));
  EXPECT_THAT(script(5, 14), HasSubstr("\nlow, high = -distance_span, distance_span\n"));
  EXPECT_THAT(script(134, 5), HasSubstr("\nlow, high = distance - distance_span / 2,"));
  EXPECT_THAT(script(5, 134), HasSubstr("\nlow, high = distance - distance_span / 2,"));
}

}  // namespace
}  // namespace theta
