// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_lenses_code.h"

#include "core/labs/lab_code.h"
#include "tests/core/labs/attention_decay_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

/// 128 rotary dimensions want a base of 26,958 before C stays above 0 over 4,096 tokens.
TEST(AttentionDecayLensesCode, numpy_finds_the_least_base) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto readings =
      results_of(attention_decay_code({.distance_limit = 64}, CodeLibrary::numpy))["readings"];
  EXPECT_NEAR(readings["base_needed"], 26'958, 300);  // in steps of a part of itself
}

TEST(AttentionDecayLensesCode, RoundsTheProbeInFormatsOfLessThanDoublesDigits) {
  const auto measures_cosines = [](FloatFormat format) {
    return decay_precision_code({.precision = format}).find("cosine_error") != std::string::npos;
  };
  EXPECT_FALSE(measures_cosines(FloatFormat::float64));
  EXPECT_TRUE(measures_cosines(FloatFormat::float16));
}

TEST(AttentionDecayLensesCode, SaysWhereTheSearchWouldTakeTooLong) {
  EXPECT_NE(decay_bases_code({.context = 10'000'000}).find("None  # the search would take too long"),
            std::string::npos);
}

}  // namespace
}  // namespace theta
