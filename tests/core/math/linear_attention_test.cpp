// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/linear_attention.h"

#include "core/math/random.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

constexpr int feature_count = 16, key_count = 20;

Eigen::MatrixXd random_matrix(std::uint64_t seed, int columns) {
  Random random(seed);
  Eigen::MatrixXd result(feature_count, columns);
  for (Eigen::Index i = 0; i < result.size(); ++i) result.data()[i] = random.normal();
  return result;
}

TEST(LinearAttention, FeaturesArePositiveAndSmoothAtZero) {
  const Eigen::VectorXd features = elu_plus_one(Eigen::Vector4d(-700, -1, 0, 2.5));
  EXPECT_GT(features[0], 0);
  expect_near(features[1], std::exp(-1));
  EXPECT_EQ(features[2], 1);
  EXPECT_EQ(features[3], 3.5);
}

TEST(LinearAttention, WithoutRotationIsADistribution) {
  const Eigen::VectorXd query = random_matrix(1, 1);
  const Eigen::MatrixXd keys = random_matrix(2, key_count);
  const RotaryFeatures rotary{inverse_frequencies(feature_count, 1e4)};
  const LinearAttention attention = linear_attention(query, keys, 7, rotary);
  expect_near(attention.plain.sum(), 1);
  EXPECT_GT(attention.plain.minCoeff(), 0);
  const RotaryFeatures still{Eigen::ArrayXd::Zero(feature_count / 2)};
  const Eigen::VectorXd unturned = linear_attention(query, keys, 7, still).rotated;
  for (int n = 0; n < key_count; ++n) expect_near(unturned[n], attention.plain[n]);
}

TEST(LinearAttention, RotatedWeightsFollowTheirDefinition) {
  const Eigen::VectorXd query = random_matrix(3, 1);
  const Eigen::MatrixXd keys = random_matrix(4, key_count);
  const Eigen::ArrayXd frequencies = inverse_frequencies(feature_count, 1e4);
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    const LinearAttention attention = linear_attention(query, keys, 11, {frequencies, layout, 1.25});
    double total = 0;
    for (int n = 0; n < key_count; ++n) total += elu_plus_one(query).dot(elu_plus_one(keys.col(n)));
    double sum = 0;
    for (int n = 0; n < key_count; ++n) {
      const auto products = pair_products(elu_plus_one(query), elu_plus_one(keys.col(n)), 8, layout);
      const double logit = relative_logits(products, frequencies, 11 - n, 1, 1)[0];
      expect_near(attention.rotated[n], 1.25 * 1.25 * logit / total);
      sum += attention.rotated[n];
    }
    expect_near(rotated(elu_plus_one(query), 11, frequencies, layout, 1.25).dot(attention.state), sum);
  }
}

TEST(LinearAttention, RotatedWeightsAreNoDistribution) {
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(2);
  const Eigen::MatrixXd keys = Eigen::MatrixXd::Ones(2, 4);
  const LinearAttention attention =
      linear_attention(ones, keys, 0, {inverse_frequencies(2, 1e4), RopeLayout::interleaved});
  for (int n = 0; n < 4; ++n) expect_near(attention.rotated[n], std::cos(n) / 4);
  EXPECT_LT(attention.rotated[3], 0);
}

}  // namespace
}  // namespace theta
