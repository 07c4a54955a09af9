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

/// The distances are those of the axis, which is set about the present one where that is far.
TEST(RopeLogitCode, GoesOverTheDistancesShown) {
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
