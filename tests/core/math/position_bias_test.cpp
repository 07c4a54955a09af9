// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/position_bias.h"

#include "core/math/attention_decay.h"
#include "core/math/rope.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(PositionBias, AlibiSlopesAreGolden) {
  const struct {
    int heads;
    std::vector<double> slopes;
  } golden[] = {{1, {0.00390625}},
                {4, {0.25, 0.0625, 0.015625, 0.00390625}},
                {8, {0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625}},
                {12,
                 {0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625, 0.707106781186548,
                  0.353553390593274, 0.176776695296637, 0.0883883476483185}}};
  for (const auto& each : golden) {
    const std::vector<double> slopes = alibi_slopes(each.heads);
    ASSERT_EQ(slopes.size(), each.slopes.size());
    for (std::size_t h = 0; h < slopes.size(); ++h) EXPECT_NEAR(slopes[h], each.slopes[h], 1e-15);
  }
  for (int heads = 1; heads <= 200; ++heads)
    EXPECT_EQ(alibi_slopes(heads).size(), static_cast<std::size_t>(heads));
}

TEST(PositionBias, XposFadesAsListed) {
  const Eigen::ArrayXd decays = xpos_decays(128);
  const auto zeta = [&](int pair) { return std::exp(-512 * decays[pair]); };
  EXPECT_NEAR(zeta(0), 0.285714285714286, 1e-15);
  EXPECT_NEAR(zeta(32), 0.642857142857143, 1e-15);
  EXPECT_NEAR(zeta(63), 0.988839285714286, 1e-15);
  EXPECT_GT(xpos_decays(2)[0], 0);
}

TEST(PositionBias, XposAverageDecayIsGolden) {
  const struct {
    int distance;
    double average;
  } golden[] = {{1, 0.969287526291},   {10, 0.665465122919},   {100, 0.454023085436}, {250, 0.298216440997},
                {500, 0.256264491086}, {1000, 0.162702429464}, {2000, 0.091912529725}};
  const PairSums sums({inverse_frequencies(128, 1e4), xpos_decays(128)});
  std::vector<double> values(2001);
  sums.at(std::vector<std::complex<double>>(64, 1), 0, values);
  for (const auto& each : golden)
    EXPECT_NEAR(values[static_cast<std::size_t>(each.distance)] / 64, each.average, 1e-12);
}

}  // namespace
}  // namespace theta
