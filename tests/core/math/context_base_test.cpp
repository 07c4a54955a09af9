// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/context_base.h"

#include "core/math/rope.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(ContextBase, FirstNegativeDistancesAreGolden) {
  const struct {
    double base;
    std::int64_t distance;
  } golden[] = {{1e4, 1707}, {1e5, 7757}, {5e5, 18'438}, {1e6, 27'115}};
  for (const auto& each : golden) {
    const Eigen::ArrayXd frequencies = inverse_frequencies(128, each.base);
    EXPECT_EQ(first_negative(frequencies, 1'000'000), each.distance);
    EXPECT_EQ(first_negative(frequencies, each.distance + 1), each.distance);
    EXPECT_FALSE(first_negative(frequencies, each.distance));
  }
}

TEST(ContextBase, OnePairTurnsNegativeAfterAQuarterTurn) {
  EXPECT_EQ(first_negative(Eigen::ArrayXd::Constant(1, 1.0), 100), 2);
  EXPECT_EQ(first_negative(Eigen::ArrayXd::Constant(1, 0.001), 10'000), 1571);
  EXPECT_FALSE(first_negative(Eigen::ArrayXd::Constant(1, 0.0), 10'000));
}

TEST(ContextBase, LeastBasesAreGoldenWithinTheStepsOfTheTable) {
  const struct {
    std::int64_t context;
    double base, step;
  } golden[] = {{1000, 4.3e3, 100}, {2000, 1.16e4, 100}, {4000, 2.7e4, 100}, {8000, 8.375e4, 250}};
  for (const auto& each : golden) {
    const auto base = least_base(128, each.context, 1e2, 1e8, 0.0003);
    ASSERT_TRUE(base);
    EXPECT_LE(*base, each.base);
    EXPECT_GT(*base, each.base - each.step);
  }
}

TEST(ContextBase, LeastBasesAgreeWithThePaper) {
  const struct {
    std::int64_t context;
    double base;
  } reported[] = {{4096, 2.7e4}, {8192, 8.4e4}, {32'768, 6.3e5}};
  for (const auto& each : reported) {
    const auto base = least_base(128, each.context, 1e2, 1e9, 0.001);
    ASSERT_TRUE(base) << each.context;
    EXPECT_NEAR(*base / each.base, 1, 0.01) << each.context;
    EXPECT_FALSE(first_negative(inverse_frequencies(128, *base), each.context));
  }
}

TEST(ContextBase, AdmissibleBasesHaveGaps) {
  EXPECT_FALSE(first_negative(inverse_frequencies(128, 2.872e4), 4096));
  EXPECT_TRUE(first_negative(inverse_frequencies(128, 5.877e4), 4096));
}

TEST(ContextBase, FindsWhatTryingEveryBaseFinds) {
  for (double base = 1e2;; base *= 1.01) {
    if (first_negative(inverse_frequencies(64, base), 700)) continue;
    EXPECT_EQ(least_base(64, 700, 1e2, 1e8, 0.01), base);
    break;
  }
  EXPECT_FALSE(least_base(64, 1'000'000, 1e2, 1e3, 0.01));
}

TEST(ContextBase, StopsEarly) {
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(first_negative(inverse_frequencies(128, 1e4), 1'000'000, source.get_token()));
  EXPECT_FALSE(least_base(128, 4096, 1e2, 1e8, 0.002, source.get_token()));
}

}  // namespace
}  // namespace theta
