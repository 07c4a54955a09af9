// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/attention_decay.h"

#include "core/math/random.h"
#include "core/math/rope.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace theta {
namespace {

std::vector<std::complex<double>> ones(Eigen::Index pairs) {
  return std::vector<std::complex<double>>(static_cast<std::size_t>(pairs), 1);
}

struct GoldenDecay {
  int distance;
  double bound, bound_of_large_base, same;
};
constexpr GoldenDecay golden_decay[] = {{0, 32.5000000000000, 32.5000000000000, 64.0000000000000},
                                        {1, 31.5381661426581, 31.6468517315425, 62.0936838057676},
                                        {2, 28.9559884735645, 29.4061971809982, 57.3818605528238},
                                        {3, 25.5989974920569, 26.6365314888951, 52.1862284071929},
                                        {5, 20.8453577783568, 23.2886541833710, 47.1850119698400},
                                        {10, 17.9541371370848, 20.8856846563428, 42.8200228984971},
                                        {20, 15.2424301087219, 18.8893186363519, 38.9340469011160},
                                        {30, 13.2456889305610, 17.6341854144888, 36.2438008660948},
                                        {50, 12.6294524883192, 15.7350386824531, 34.9550108433345},
                                        {75, 10.4415567868672, 14.3151501792640, 31.4927895720304},
                                        {100, 10.2273299485051, 13.7087870056396, 30.5434547014907},
                                        {150, 7.58847730723215, 12.0159008291589, 22.0490411706583},
                                        {200, 7.24477074851051, 14.9985694027662, 19.5640115089885},
                                        {250, 6.54817903194160, 11.4343925505055, 19.6518211552225},
                                        {500, 6.18979065338439, 8.61620777546402, 19.1026966159297},
                                        {1000, 4.47076103424868, 10.2001877560992, 10.1777281322106}};

TEST(AttentionDecay, IsGoldenAtEveryListedDistance) {
  const Eigen::ArrayXd small = inverse_frequencies(128, 1e4), large = inverse_frequencies(128, 5e5);
  std::vector<double> bound(1001), bound_of_large_base(1001), same(1001);
  DecayBounds(small).at(0, bound);
  DecayBounds(large).at(0, bound_of_large_base);
  PairSums({small}).at(ones(64), 0, same);
  for (const GoldenDecay& each : golden_decay) {
    const auto s = static_cast<std::size_t>(each.distance);
    expect_near(bound[s], each.bound);
    expect_near(bound_of_large_base[s], each.bound_of_large_base);
    expect_near(same[s], each.same);
  }
}

TEST(AttentionDecay, WorksInSpaceThatOtherSumsHaveLeft) {
  PairSumSpace space;
  std::vector<double> got(300), want(300);
  for (const int dimensions : {64, 8, 128}) {
    const PairSums sums({inverse_frequencies(dimensions, 1e4)});
    sums.at(ones(dimensions / 2), 7, got, space);
    const double* const kept = space.even.data();
    sums.at(ones(dimensions / 2), 7, got, space);
    EXPECT_EQ(space.even.data(), kept) << "taken once";
    sums.at(ones(dimensions / 2), 7, want);
    EXPECT_EQ(got, want) << dimensions;
  }
}

TEST(AttentionDecay, IsGoldenAtScatteredDistances) {
  std::vector<double> distances;
  for (const GoldenDecay& each : golden_decay) distances.push_back(each.distance);
  const Eigen::MatrixXd phasors = pair_phasors({inverse_frequencies(128, 1e4)}, distances);
  const Eigen::ArrayXd bounds = decay_bounds(phasors), sums = pair_sums(phasors, ones(64));
  for (std::size_t i = 0; i < distances.size(); ++i) {
    expect_near(bounds[static_cast<Eigen::Index>(i)], golden_decay[i].bound);
    expect_near(sums[static_cast<Eigen::Index>(i)], golden_decay[i].same);
  }
}

TEST(AttentionDecay, IsNotMonotone) {
  std::vector<double> bound(300), same(300);
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  DecayBounds(frequencies).at(0, bound);
  PairSums({frequencies}).at(ones(64), 0, same);
  const auto rises = [](const std::vector<double>& values) {
    int count = 0;
    for (std::size_t s = 0; s + 1 < values.size(); ++s) count += values[s + 1] > values[s];
    return count;
  };
  EXPECT_EQ(rises(bound), 138);
  EXPECT_EQ(rises(same), 134);
  const auto least = std::min_element(bound.begin(), bound.begin() + 251);
  EXPECT_EQ(least - bound.begin(), 236);
  EXPECT_NEAR(*least, 6.414997029110424, 1e-12);
}

/// Sums in long double, from the same frequencies: 64 bits hold the product of a distance and a frequency to
/// 1e-12 at 10⁷ tokens.
double plain_sum(const Eigen::ArrayXd& frequencies, double distance) {
  long double sum = 0;
  for (const double frequency : frequencies)
    sum += std::cos(static_cast<long double>(frequency) * static_cast<long double>(distance));
  return static_cast<double>(sum);
}

double plain_bound(const Eigen::ArrayXd& frequencies, double distance) {
  std::complex<long double> sum = 0;
  long double moduli = 0;
  for (const double frequency : frequencies) {
    const long double angle = static_cast<long double>(frequency) * static_cast<long double>(distance);
    sum += std::complex(std::cos(angle), std::sin(angle));
    moduli += std::abs(sum);
  }
  return static_cast<double>(moduli / static_cast<long double>(frequencies.size()));
}

TEST(AttentionDecay, KeepsElevenDigitsToTenMillion) {
  for (const int dimensions : {2, 6, 128, 202, 512}) {
    const Eigen::ArrayXd frequencies = inverse_frequencies(dimensions, 1e4);
    const PairSums sums({frequencies});
    const DecayBounds bounds(frequencies);
    for (const std::int64_t first : {0, 3, 999'000, 9'998'999}) {
      std::vector<double> sum(1001), bound(1001);
      sums.at(ones(frequencies.size()), first, sum);
      bounds.at(first, bound);
      for (std::size_t n = 0; n < sum.size(); n += 37) {
        const auto s = static_cast<double>(first + static_cast<std::int64_t>(n));
        EXPECT_NEAR(sum[n], plain_sum(frequencies, s), 1e-11) << dimensions << " at " << s;
        EXPECT_NEAR(bound[n], plain_bound(frequencies, s), 1e-11) << dimensions << " at " << s;
      }
    }
  }
}

TEST(AttentionDecay, IsTheSameInAnyPortions) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(64, 1e4);
  std::vector<double> whole(777);
  const PairSums sums({frequencies});
  sums.at(ones(32), 100, whole);
  for (const std::size_t first : {0u, 1u, 513u, 776u}) {
    std::vector<double> part(777 - first);
    sums.at(ones(32), 100 + static_cast<std::int64_t>(first), part);
    for (std::size_t n = 0; n < part.size(); ++n) ASSERT_NEAR(part[n], whole[first + n], 1e-12);
  }
  DecayBounds(frequencies).at(100, whole);
  std::vector<double> one(1);
  DecayBounds(frequencies).at(876, one);
  EXPECT_NEAR(one[0], whole[776], 1e-12);
}

TEST(AttentionDecay, AgreesWithTheLogitOfAnyContent) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(32, 1e4);
  Random random(5);
  std::vector<std::complex<double>> products;
  for (int i = 0; i < 16; ++i) products.emplace_back(random.normal(), random.normal());
  const std::vector<double> want = relative_logits(products, frequencies, 0, 1, 2000);
  std::vector<double> got(2000);
  PairSums({frequencies}).at(products, 0, got);
  for (std::size_t s = 0; s < got.size(); ++s) ASSERT_NEAR(got[s], want[s], 1e-12);
}

TEST(AttentionDecay, BoundsTheLogit) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(64, 1e4);
  Random random(11);
  std::vector<std::complex<double>> h;
  for (int i = 0; i < 32; ++i) h.emplace_back(random.normal(), random.normal());
  double steps = std::abs(h.back());
  for (std::size_t i = 0; i + 1 < h.size(); ++i) steps = std::max(steps, std::abs(h[i + 1] - h[i]));
  std::vector<double> logits(3000), bounds(3000);
  PairSums({frequencies}).at(h, 0, logits);
  DecayBounds(frequencies).at(0, bounds);
  for (std::size_t s = 0; s < logits.size(); ++s) EXPECT_LE(std::abs(logits[s]), steps * 32 * bounds[s]);
}

TEST(AttentionDecay, FadesByTheDecays) {
  const PairRates rates{.frequencies = Eigen::ArrayXd::Zero(3), .decays = Eigen::Array3d(0, 0.1, 2)};
  std::vector<double> got(700);
  PairSums(rates).at(ones(3), 40, got);
  for (std::size_t n = 0; n < got.size(); n += 13) {
    const double s = 40.0 + static_cast<double>(n);
    EXPECT_NEAR(got[n], 1 + std::exp(-0.1 * s) + std::exp(-2 * s), 1e-14);
  }
}

}  // namespace
}  // namespace theta
