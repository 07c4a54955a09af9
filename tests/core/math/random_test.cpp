// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(Random, StaysInsideTheOpenInterval) {
  Random random(1);
  double sum = 0, squares = 0;
  constexpr int count = 200'000;
  for (int i = 0; i < count; ++i) {
    const double number = random.uniform();
    ASSERT_GT(number, 0);
    ASSERT_LT(number, 1);
    sum += number;
    squares += number * number;
  }
  EXPECT_NEAR(sum / count, 0.5, 5 / std::sqrt(12.0 * count));
  EXPECT_NEAR(squares / count, 1.0 / 3, 0.003);
}

TEST(Random, NormalNumbersHaveTheMomentsOfTheirName) {
  Random random(2);
  double sum = 0, squares = 0, fourth = 0;
  constexpr int count = 200'000;
  for (int i = 0; i < count; ++i) {
    const double number = random.normal();
    sum += number;
    squares += number * number;
    fourth += number * number * number * number;
  }
  EXPECT_NEAR(sum / count, 0, 5 / std::sqrt(count));
  EXPECT_NEAR(squares / count, 1, 5 * std::sqrt(2.0 / count));
  EXPECT_NEAR(fourth / count, 3, 5 * std::sqrt(96.0 / count));
}

TEST(Random, StreamsOfASeedDiffer) {
  EXPECT_NE(Random(7, 0).bits(), Random(7, 1).bits());
  EXPECT_NE(Random(7, 0).bits(), Random(8, 0).bits());
  EXPECT_EQ(Random(7, 3).bits(), Random(7, 3).bits());
}

}  // namespace
}  // namespace theta
