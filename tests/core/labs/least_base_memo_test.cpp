// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/least_base_memo.h"

#include <gtest/gtest.h>

#include <stop_token>

namespace theta {
namespace {

TEST(LeastBaseMemo, AQuickPassKnowsWhatAWholeOneFound) {
  LeastBaseMemo memo;
  EXPECT_FALSE(memo.at(128, 1000, {.quick = true}).known);
  const LeastBaseMemo::Answer found = memo.at(128, 1000, {});
  EXPECT_TRUE(found.known);
  EXPECT_NEAR(found.base.value(), 4.25e3, 50);
  EXPECT_EQ(memo.at(128, 1000, {.quick = true}).base, found.base);
  EXPECT_FALSE(memo.at(128, 1001, {.quick = true}).known);
}

TEST(LeastBaseMemo, WhatWasStoppedIsNotRemembered) {
  LeastBaseMemo memo;
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(memo.at(128, 1000, {.stop = source.get_token()}).known);
  EXPECT_TRUE(memo.at(128, 1000, {}).known);
}

TEST(LeastBaseMemo, SaysNothingOfContextsThatTakeTooLong) {
  LeastBaseMemo memo;
  EXPECT_FALSE(memo.at(512, 10'000'000, {}).known);
}

}  // namespace
}  // namespace theta
