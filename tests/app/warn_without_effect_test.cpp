// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/warn_without_effect.h"

#include "core/labs/all.h"
#include "core/model/vary.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace theta {
namespace {

/// What is said of a sweep of the rotary lab.
std::string warning_about(const std::string& vary, const std::vector<std::string>& panels = {}) {
  const Lab& lab = *find_lab("rope");
  testing::internal::CaptureStderr();
  warn_without_effect(lab, initial_values(lab), parse_variation(lab.fields, vary), panels);
  return testing::internal::GetCapturedStderr();
}

TEST(WarnWithoutEffect, SaysWhereAParameterWasVariedForNothing) {
  EXPECT_EQ(warning_about("seed=1,2", {"plane"}),
            "thetalab: --vary: nothing that is drawn changes with seed\n");
  EXPECT_EQ(warning_about("base=1e3,1e4"), "");
  EXPECT_EQ(warning_about("query_position=3,9", {"plane"}), "");
}

TEST(WarnWithoutEffect, SaysNothingOfASingleValue) { EXPECT_EQ(warning_about("seed=1", {"plane"}), ""); }

}  // namespace
}  // namespace theta
