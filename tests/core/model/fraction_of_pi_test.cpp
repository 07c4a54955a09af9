// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fraction_of_pi.h"

#include <gtest/gtest.h>

#include <numbers>

namespace theta {
namespace {

TEST(FractionOfPi, IsWhatAPersonWouldWrite) {
  EXPECT_EQ(fraction_of_pi(std::numbers::pi), "π");
  EXPECT_EQ(fraction_of_pi(-std::numbers::pi / 2), "−π/2");
  EXPECT_EQ(fraction_of_pi(2 * std::numbers::pi / 3), "2π/3");
  EXPECT_EQ(fraction_of_pi(4 * std::numbers::pi), "4π");
  EXPECT_EQ(fraction_of_pi(0), std::nullopt);
  EXPECT_EQ(fraction_of_pi(0.5), std::nullopt);
  EXPECT_EQ(fraction_of_pi(std::numbers::pi / 7), std::nullopt);
}

}  // namespace
}  // namespace theta
