// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/softmax.h"

#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace theta {
namespace {

TEST(Softmax, SharesAreExponentialsThatSumToOne) {
  const std::array logits = {1.0, 2.0, 4.0};
  const double total = std::exp(1) + std::exp(2) + std::exp(4);
  const std::vector<double> shares = softmax(logits);
  for (std::size_t k = 0; k < 3; ++k) expect_near(shares[k], std::exp(logits[k]) / total);
  expect_near(log_sum_exp(logits), std::log(total));
}

TEST(Softmax, NothingOverflows) {
  const std::array logits = {1e300, -1e300, 1e300};
  EXPECT_EQ(log_sum_exp(logits), 1e300);
  EXPECT_EQ(softmax(logits), (std::vector<double>{0.5, 0, 0.5}));
  EXPECT_EQ(softmax(std::array{1.0, 2.0}, 1e-300), (std::vector<double>{0, 1}));
  EXPECT_EQ(softmax(std::array{-std::numeric_limits<double>::infinity(), 0.0}), (std::vector<double>{0, 1}));
}

TEST(Softmax, ShiftsLeaveSharesAsTheyAreAndMoveTheLogSum) {
  const std::array logits = {0.3, -1.0, 2.5}, shifted = {700.3, 699.0, 702.5};
  const std::vector<double> a = softmax(logits, 0.7), b = softmax(shifted, 0.7);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(a[k], b[k], 1e-12);
  EXPECT_NEAR(log_sum_exp(shifted) - log_sum_exp(logits), 700, 1e-12);
}

TEST(Softmax, TemperatureGoesFromTheWinnerToEqualShares) {
  const std::array logits = {1.0, 2.0, 3.0};
  EXPECT_NEAR(softmax(logits, 0.01)[2], 1, 1e-40);
  for (const double share : softmax(logits, 1e12)) EXPECT_NEAR(share, 1.0 / 3, 1e-12);
}

TEST(Entropy, IsLargestForEqualSharesAndZeroForOne) {
  expect_near(entropy(std::array{0.25, 0.25, 0.25, 0.25}), std::log(4));
  EXPECT_EQ(entropy(std::array{0.0, 1.0, 0.0}), 0);
  EXPECT_LT(entropy(std::array{0.5, 0.3, 0.2}), std::log(3));
}

TEST(Entropy, IsTheLogSumLessTheMeanLogit) {
  const std::array logits = {0.3, -1.0, 2.5};
  const std::vector<double> shares = softmax(logits);
  const double mean = std::inner_product(shares.begin(), shares.end(), logits.begin(), 0.0);
  expect_near(entropy(shares), log_sum_exp(logits) - mean);
}

}  // namespace
}  // namespace theta
