// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/rope.h"

#include "core/math/random.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Vector = Eigen::VectorXd;

Vector vector(std::initializer_list<double> numbers) {
  Vector result(static_cast<Eigen::Index>(numbers.size()));
  std::copy(numbers.begin(), numbers.end(), result.begin());
  return result;
}

Vector random_vector(int dimensions, std::uint64_t seed) {
  Random random(seed);
  Vector result(dimensions);
  for (double& number : result) number = random.normal();
  return result;
}

TEST(Rope, RotationsAreGolden) {
  const Vector q = vector({1, 2, 3, 4}), k = vector({0.5, -1, 2, 0.25});
  const Eigen::ArrayXd frequencies = inverse_frequencies(4, 10000);
  const Vector interleaved = rotated(q, 3, frequencies, RopeLayout::interleaved);
  const Vector half = rotated(q, 3, frequencies, RopeLayout::half_split);
  const double want_interleaved[] = {-1.27223251272018, -1.83886498514102, 2.87866810043698,
                                     4.08818663560344};
  const double want_half[] = {-1.41335252078005, 1.87911806668799, -2.82885748174147, 4.05819113540094};
  for (int i = 0; i < 4; ++i) {
    expect_near(interleaved[i], want_interleaved[i]);
    expect_near(half[i], want_half[i]);
  }
  const struct {
    double m, n, interleaved, half;
  } logits[] = {{0, 0, 5.5, 5.5},
                {5, 2, 7.98213158855575, -7.22896150671072},
                {105, 102, 7.98213158855575, -7.22896150671072},
                {1000, 997, 7.98213158855575, -7.22896150671072},
                {2, 5, 8.98154637373141, -7.64004101659305}};
  for (const auto& each : logits) {
    const auto logit = [&](RopeLayout layout) {
      return rotated(q, each.m, frequencies, layout).dot(rotated(k, each.n, frequencies, layout));
    };
    expect_near(logit(RopeLayout::interleaved), each.interleaved);
    expect_near(logit(RopeLayout::half_split), each.half);
  }
}

TEST(Rope, FrequenciesAreGolden) {
  const struct {
    int dimensions;
    double base;
    int pair;
    double frequency;
  } golden[] = {{128, 1e4, 0, 1},
                {128, 1e4, 1, 0.865964323360065},
                {128, 1e4, 2, 0.749894209332456},
                {128, 1e4, 16, 0.1},
                {128, 1e4, 62, 0.000133352143216332},
                {128, 1e4, 63, 0.000115478198468946},
                {128, 5e5, 1, 0.814617233856545},
                {128, 5e5, 32, 0.0014142135623731},
                {128, 5e5, 48, 5.31829589694499e-5},
                {128, 5e5, 63, 2.45514079113161e-6},
                {64, 1e4, 1, 0.749894209332456},
                {64, 1e4, 31, 0.000133352143216332}};
  for (const auto& each : golden)
    EXPECT_NEAR(inverse_frequencies(each.dimensions, each.base)[each.pair] / each.frequency, 1, 2e-14);
}

TEST(Rope, WavelengthsAreGolden) {
  const struct {
    int pair;
    double base_1e4, base_5e5, base_1e6;
  } golden[] = {{0, 6.28318530717959, 6.28318530717959, 6.28318530717959},
                {1, 7.25570919919649, 7.7130522729477, 7.79704190547954},
                {2, 8.37876226937768, 9.46831462972213, 9.6756437226731},
                {16, 62.8318530717959, 167.079193194591, 198.691765315922},
                {32, 628.318530717959, 4442.88293815837, 6283.18530717959},
                {48, 6283.18530717959, 118142.830503073, 198691.765315922},
                {62, 47117.2427801674, 2084764.77325913, 4080185.12627196},
                {63, 54410.1431307767, 2559195.51737136, 5063255.7940484}};
  for (const auto& each : golden) {
    const auto wavelength = [&](double base) {
      return 2 * std::numbers::pi / inverse_frequencies(128, base)[each.pair];
    };
    EXPECT_NEAR(wavelength(1e4) / each.base_1e4, 1, 1e-13) << each.pair;
    EXPECT_NEAR(wavelength(5e5) / each.base_5e5, 1, 1e-13) << each.pair;
    EXPECT_NEAR(wavelength(1e6) / each.base_1e6, 1, 1e-13) << each.pair;
  }
}

TEST(Rope, PairsThatCompleteATurnAreGolden) {
  const struct {
    double base, context;
    long pairs;
  } golden[] = {{1e4, 2048, 41}, {1e4, 4096, 46}, {5e5, 8192, 35}, {1e6, 32768, 40}};
  for (const auto& each : golden) {
    const Eigen::ArrayXd turns = each.context * inverse_frequencies(128, each.base) / (2 * std::numbers::pi);
    EXPECT_EQ((turns > 1).count(), each.pairs);
    EXPECT_EQ(std::ceil(128 * std::log(each.context / (2 * std::numbers::pi)) / (2 * std::log(each.base))),
              each.pairs);
  }
}

TEST(Rope, LogitIsNotSymmetricInTheDistance) {
  const Vector q = random_vector(32, 8), k = random_vector(32, 9);
  const Eigen::ArrayXd frequencies = inverse_frequencies(32, 1e4);
  const auto products = pair_products(q, k, 16, RopeLayout::interleaved);
  for (const double s : {1.0, 7.0, 300.0}) {
    double sum = 0;
    for (int i = 0; i < 16; ++i)
      sum -= 2 * products[static_cast<std::size_t>(i)].imag() * std::sin(s * frequencies[i]);
    const double ahead = relative_logits(products, frequencies, s, 1, 1)[0];
    const double behind = relative_logits(products, frequencies, -s, 1, 1)[0];
    EXPECT_NEAR(ahead - behind, sum, 1e-11) << s;
  }
}

TEST(Rope, AKeyTurnedAheadPeaksThere) {
  const Vector q = random_vector(64, 10);
  const Eigen::ArrayXd frequencies = inverse_frequencies(64, 1e4);
  const Vector k = rotated(q, 20, frequencies, RopeLayout::half_split);
  const auto products = pair_products(q, k, 32, RopeLayout::half_split);
  const std::vector<double> logits = relative_logits(products, frequencies, -100, 1, 201);
  EXPECT_EQ(std::max_element(logits.begin(), logits.end()) - logits.begin(), 120);
}

/// C(s), what a query and a key of ones score, halved: Σ cos(s θ_i); part of the reference's table of decay.
TEST(Rope, LogitsOfOnesAreGolden) {
  const std::pair<double, double> golden[] = {{0, 64},
                                              {1, 62.0936838057676},
                                              {2, 57.3818605528238},
                                              {10, 42.8200228984971},
                                              {100, 30.5434547014907},
                                              {250, 19.6518211552225},
                                              {500, 19.1026966159297},
                                              {1000, 10.1777281322106}};
  const std::vector<std::complex<double>> ones(64, 1.0);
  const std::vector<double> logits = relative_logits(ones, inverse_frequencies(128, 1e4), 0, 1, 1001);
  for (const auto& [s, want] : golden) expect_near(logits[static_cast<std::size_t>(s)], want);
}

TEST(Rope, RotationKeepsNormsAndAddsUp) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    const Eigen::ArrayXd frequencies = inverse_frequencies(64, 1e4);
    const Vector x = random_vector(96, 1);
    for (const double position : {0.0, 1.0, 77.5, 4096.0, 1e7}) {
      const Vector turned = rotated(x, position, frequencies, layout);
      EXPECT_NEAR(turned.norm(), x.norm(), 1e-12 * x.norm());
      EXPECT_EQ(turned.tail(32), x.tail(32)) << "beyond the rotary dimensions nothing moves";
      EXPECT_LT((rotated(turned, -position, frequencies, layout) - x).norm(), 1e-12 * x.norm());
      EXPECT_LT(
          (rotated(turned, 25, frequencies, layout) - rotated(x, position + 25, frequencies, layout)).norm(),
          1e-11);
    }
    EXPECT_LT((rotated(x, 0, frequencies, layout) - x).norm(), 1e-15);
  }
}

TEST(Rope, LogitSeesOnlyTheDistance) {
  const Vector q = random_vector(128, 2), k = random_vector(128, 3);
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  const auto logit = [&](double m, double n) {
    return rotated(q, m, frequencies, RopeLayout::interleaved)
        .dot(rotated(k, n, frequencies, RopeLayout::interleaved));
  };
  for (const double shift : {1.0, 1000.0, 131072.0, 1e7})
    EXPECT_NEAR(logit(14 + shift, 5 + shift), logit(14, 5), 1e-11);
}

TEST(Rope, LayoutsAreOnePermutationApart) {
  const Vector interleaved = vector({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  const Vector half = in_layout(interleaved, 8, RopeLayout::interleaved, RopeLayout::half_split);
  EXPECT_EQ(half, vector({0, 2, 4, 6, 1, 3, 5, 7, 8, 9}));
  EXPECT_EQ(in_layout(half, 8, RopeLayout::half_split, RopeLayout::interleaved), interleaved);
  EXPECT_EQ(in_layout(half, 8, RopeLayout::half_split, RopeLayout::half_split), half);
}

TEST(Rope, RotationAndPermutationCommute) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(32, 1e4);
  const auto permuted = [](const Vector& x) {
    return in_layout(x, 32, RopeLayout::interleaved, RopeLayout::half_split);
  };
  const Vector q = random_vector(40, 5), k = random_vector(40, 6);
  const Vector one = permuted(rotated(q, 77, frequencies, RopeLayout::interleaved)),
               other = rotated(permuted(q), 77, frequencies, RopeLayout::half_split);
  for (Eigen::Index j = 0; j < 40; ++j) EXPECT_EQ(one[j], other[j]);
  expect_near(rotated(permuted(q), 77, frequencies, RopeLayout::half_split)
                  .dot(rotated(permuted(k), 50, frequencies, RopeLayout::half_split)),
              rotated(q, 77, frequencies, RopeLayout::interleaved)
                  .dot(rotated(k, 50, frequencies, RopeLayout::interleaved)));
}

TEST(Rope, RelativeLogitsAgreeWithTheSumWrittenOut) {
  Random random(5);
  const int pairs = 256;
  const Eigen::ArrayXd frequencies = inverse_frequencies(2 * pairs, 1e4);
  std::vector<std::complex<double>> products;
  double strength = 0;
  for (int i = 0; i < pairs; ++i) {
    products.emplace_back(random.normal(), random.normal());
    strength += std::abs(products.back());
  }
  for (const double start : {-4096.0, 0.0, 9'999'000.0}) {
    const std::vector<double> logits = relative_logits(products, frequencies, start, 0.25, 4097);
    for (std::size_t n = 0; n < logits.size(); n += 61) {
      long double sum = 0;
      for (int i = 0; i < pairs; ++i) {
        const long double angle = (static_cast<long double>(start) + 0.25L * static_cast<long double>(n)) *
                                  static_cast<long double>(frequencies[i]);
        const auto& h = products[static_cast<std::size_t>(i)];
        sum += h.real() * std::cos(angle) - h.imag() * std::sin(angle);
      }
      ASSERT_NEAR(logits[n], static_cast<double>(sum), 1e-11 * strength) << start << " " << n;
    }
  }
}

TEST(Rope, SameContentIsHighestAtDistanceZero) {
  const Vector q = random_vector(64, 6);
  const auto products = pair_products(q, q, 32, RopeLayout::half_split);
  const std::vector<double> logits = relative_logits(products, inverse_frequencies(64, 1e4), 0, 1, 5000);
  EXPECT_NEAR(logits[0], q.squaredNorm(), 1e-12 * q.squaredNorm());
  for (const double logit : logits) EXPECT_LE(logit, logits[0]);
}

}  // namespace
}  // namespace theta
