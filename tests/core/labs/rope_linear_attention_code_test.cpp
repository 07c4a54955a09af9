// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "core/labs/rope_views_code.h"
#include "tests/core/labs/rope_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

/// Softmax sums to 1 wherever the keys stand; weights of linear attention, rotated, do not.
TEST(RopeLinearAttentionCode, numpy_sums_the_weights) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto readings = results_of(rope_code(
      {.view = RopeView::linear_attention, .content = RopeContent::ones}, CodeLibrary::numpy))["readings"];
  EXPECT_NEAR(readings["sum_softmax"], 1, 1e-14);
  EXPECT_LT(readings["sum_linear"], 1 - 1e-6);
}

TEST(RopeLinearAttentionCode, DrawsKeysOnlyWhereTheyAreRandom) {
  EXPECT_NE(rope_linear_attention_code({.content = RopeContent::random}).find("normals("), std::string::npos);
  EXPECT_EQ(rope_linear_attention_code({.content = RopeContent::ones}).find("normals("), std::string::npos);
}

}  // namespace
}  // namespace theta
