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

/// From SplitMix64 and xoshiro256** as published, run independently.
TEST(Random, NumbersAreTheAlgorithms) {
  constexpr std::uint64_t most = ~std::uint64_t{0};
  const struct {
    std::uint64_t seed, stream, bits[4];
    double uniform;
  } cases[] = {{0,
                0,
                {0xfb5405f7bd79c540u, 0x780c98e26cea5883u, 0x2a146e0980febc66u, 0x4851477db8791fcau},
                0.98175084398597001},
               {1,
                0,
                {0xef75d62a19ba94edu, 0x8e9490536375f270u, 0xc05630b1c614195du, 0x66daa2d5136a8f29u},
                0.93539179351658175},
               {42,
                7,
                {0x24bfb39aeb008c15u, 0xd858489e7fc02496u, 0x3deebe24036964f3u, 0x532b7127a28f00a1u},
                0.14355013401200456},
               {most,
                most,
                {0x5a24625849aef5fau, 0x0177bf4162305facu, 0x97359f05bc75e24du, 0x390cadc886fddf32u},
                0.35211767821754936}};
  for (const auto& each : cases) {
    Random random(each.seed, each.stream);
    for (const std::uint64_t bits : each.bits) EXPECT_EQ(random.bits(), bits) << each.seed;
    EXPECT_EQ(Random(each.seed, each.stream).uniform(), each.uniform) << each.seed;
  }
}

TEST(Random, StreamsOfASeedDiffer) {
  EXPECT_NE(Random(7, 0).bits(), Random(7, 1).bits());
  EXPECT_NE(Random(7, 0).bits(), Random(8, 0).bits());
  EXPECT_EQ(Random(7, 3).bits(), Random(7, 3).bits());
}

}  // namespace
}  // namespace theta
