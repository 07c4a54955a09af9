// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/attention_weights.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace theta {
namespace {

DistanceFunction function_of(double (*logit)(double)) {
  return [logit](std::int64_t first, std::span<double> values) {
    for (std::size_t n = 0; n < values.size(); ++n)
      values[n] = logit(static_cast<double>(first + static_cast<std::int64_t>(n)));
  };
}

double wave(double s) { return 4 * std::cos(0.3 * s) - 0.001 * s; }
double fall(double s) { return -0.5 * s; }
double flat(double) { return 7; }
double huge(double s) { return s == 100 ? 3000 : 1000 * std::cos(s); }

TEST(AttentionWeights, AreTheSoftmaxWrittenOut) {
  const DistanceColumns columns = distance_columns(2000, 97, false);
  for (const double temperature : {0.1, 1.0, 5.0}) {
    const AttentionWeights got = attention_weights(columns, function_of(wave), temperature, {});
    double sum = 0, entropy = 0, distance = 0;
    for (int s = 0; s <= 2000; ++s) sum += std::exp(wave(s) / temperature);
    for (int s = 0; s <= 2000; ++s) {
      const double weight = std::exp(wave(s) / temperature) / sum;
      entropy -= weight * std::log(weight);
      distance += weight * s;
    }
    EXPECT_NEAR(got.log_sum, std::log(sum), 1e-12);
    EXPECT_NEAR(got.entropy, entropy, 1e-12);
    EXPECT_NEAR(got.mean_distance, distance, 1e-9);
    double total = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      double mean = 0;
      for (std::int64_t s = columns.starts[c]; s < columns.starts[c + 1]; ++s)
        mean += std::exp(wave(static_cast<double>(s)) / temperature) / sum /
                static_cast<double>(columns.count(c));
      EXPECT_NEAR(got.weights.mean[c], mean, 1e-14);
      EXPECT_LE(got.weights.least[c], mean * (1 + 1e-12));
      EXPECT_GE(got.weights.most[c], mean * (1 - 1e-12));
      total += got.weights.mean[c] * static_cast<double>(columns.count(c));
    }
    EXPECT_NEAR(total, 1, 1e-12);
  }
}

TEST(AttentionWeights, OfAFallingLineAreGeometric) {
  const AttentionWeights got =
      attention_weights(distance_columns(100'000, 50, true), function_of(fall), 1, {});
  const double ratio = std::exp(-0.5);
  EXPECT_NEAR(got.log_sum, -std::log(1 - ratio), 1e-13);
  EXPECT_NEAR(got.mean_distance, ratio / (1 - ratio), 1e-12);
  EXPECT_NEAR(got.entropy, -std::log(1 - ratio) + 0.5 * ratio / (1 - ratio), 1e-12);
}

TEST(AttentionWeights, OfEqualLogitsAreUniform) {
  const AttentionWeights got =
      attention_weights(distance_columns(999'999, 300, false), function_of(flat), 0.3, {});
  EXPECT_NEAR(got.entropy, std::log(1e6), 1e-11);
  EXPECT_NEAR(got.weights.most[17], 1e-6, 1e-18);
  EXPECT_NEAR(got.mean_distance, 499'999.5, 1e-5);
}

TEST(AttentionWeights, OfHugeLogitsDoNotOverflow) {
  const AttentionWeights got =
      attention_weights(distance_columns(40'000, 60, true), function_of(huge), 0.01, {});
  EXPECT_NEAR(got.entropy, 0, 1e-300);
  EXPECT_NEAR(got.mean_distance, 100, 1e-12);
  EXPECT_NEAR(got.log_sum, 300'000, 1e-6);
}

TEST(AttentionWeights, FromAllSamplesAreExact) {
  const DistanceColumns columns = distance_columns(499, 1000, false);
  const std::vector<double> distances = sample_distances(columns, 1);
  std::vector<double> logits;
  for (const double s : distances) logits.push_back(wave(s));
  const AttentionWeights got = sampled_attention_weights(columns, distances, logits, 2);
  const AttentionWeights want = attention_weights(columns, function_of(wave), 2, {});
  EXPECT_NEAR(got.entropy, want.entropy, 1e-12);
  EXPECT_NEAR(got.mean_distance, want.mean_distance, 1e-9);
  for (std::size_t c = 0; c < columns.size(); ++c)
    EXPECT_NEAR(got.weights.mean[c], want.weights.mean[c], 1e-15);
}

}  // namespace
}  // namespace theta
