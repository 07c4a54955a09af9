// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gumbel.h"

#include "core/math/softmax.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

TEST(Gumbel, DensityCdfAndQuantilesAreGolden) {
  const double laws[][3] = {{-2, 0.00456628142012792, 6.17978989331093e-4},
                            {0, 0.367879441171442, 0.367879441171442},
                            {1, 0.254646380043582, 0.692200627555346},
                            {5, 0.00669269967753551, 0.993284702067841}};
  for (const auto& [x, density, cdf] : laws) {
    expect_near(gumbel_density(x), density);
    expect_near(gumbel_cdf(x), cdf);
    expect_near(gumbel_quantile(gumbel_cdf(x)), x);
  }
  const double quantiles[][2] = {{0.001, -1.93264473391607}, {0.1, -0.834032445247956},
                                 {0.3, -0.185626758862366},  {0.5, 0.366512920581664},
                                 {0.9, 2.25036732731245},    {0.999, 6.90725507052372}};
  for (const auto& [u, x] : quantiles) expect_near(gumbel_quantile(u), x);
}

TEST(Gumbel, MomentsOfTheDensityAreGolden) {
  double mass = 0, mean = 0, square = 0, cube = 0, entropy = 0, transform = 0;
  constexpr double step = 1.0 / 64;
  for (double x = -6; x < 60; x += step) {
    const double weight = step * gumbel_density(x);
    mass += weight;
    mean += weight * x;
    square += weight * x * x;
    cube += weight * x * x * x;
    if (weight > 0) entropy -= weight * std::log(gumbel_density(x));
    transform += weight * std::exp(0.5 * x);
  }
  const double variance = square - mean * mean;
  EXPECT_NEAR(mass, 1, 1e-12);
  EXPECT_NEAR(mean, 0.577215664901533, 1e-12);
  EXPECT_NEAR(variance, 1.64493406684823, 1e-11);
  EXPECT_NEAR(std::sqrt(variance), 1.28254983016186, 1e-11);
  EXPECT_NEAR((cube - 3 * mean * square + 2 * mean * mean * mean) / std::pow(variance, 1.5), 1.13954709940465,
              1e-10);
  EXPECT_NEAR(entropy, 1.577215664901533, 1e-11);
  EXPECT_NEAR(transform, std::sqrt(std::numbers::pi), 1e-11) << "MGF Γ(1 − t) at 1/2";
}

TEST(Gumbel, NoiseIsFrozenClassByClassAndDrawByDraw) {
  const Eigen::ArrayXXd all = GumbelNoise(7, 12).next(500);
  EXPECT_TRUE((GumbelNoise(7, 3).next(500) == all.leftCols(3)).all()) << "fewer classes, the same noise";
  GumbelNoise in_parts(7, 12);
  EXPECT_TRUE((in_parts.next(100) - all.topRows(100)).abs().maxCoeff() < 1e-14);
  EXPECT_TRUE((in_parts.next(400) - all.bottomRows(400)).abs().maxCoeff() < 1e-14);
  EXPECT_FALSE((GumbelNoise(8, 12).next(500) == all).any());
}

TEST(Gumbel, NoiseHasTheLawsMeanAndSpread) {
  const Eigen::ArrayXXd noise = GumbelNoise(1, 2).next(200'000);
  EXPECT_NEAR(noise.mean(), 0.5772156649, 4 * 1.28 / std::sqrt(4e5));
  EXPECT_NEAR((noise - noise.mean()).square().mean(), 1.644934, 0.02);
  EXPECT_TRUE(noise.isFinite().all());
  EXPECT_GT(noise.minCoeff(), -3.62);
  const double median = (noise < 0.366512920581664).cast<double>().mean();
  EXPECT_NEAR(median, 0.5, 4 * 0.5 / std::sqrt(4e5));
}

TEST(Gumbel, WinnersComeWithTheirProbabilities) {
  const std::vector<double> p = {0.5, 0.3, 0.2};
  constexpr int draws = 100'000;
  const Eigen::ArrayXXd noise = GumbelNoise(3, 3).next(draws);
  std::array<double, 3> won{};
  double largest = 0;
  for (int n = 0; n < draws; ++n) {
    std::array<double, 3> x{};
    for (std::size_t k = 0; k < 3; ++k) x[k] = std::log(p[k]) + noise(n, static_cast<Eigen::Index>(k));
    won[winner(x)] += 1.0 / draws;
    largest += x[winner(x)] / draws;
  }
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(won[k], p[k], 4 * std::sqrt(p[k] * (1 - p[k]) / draws));
  EXPECT_NEAR(largest, 0.5772156649, 4 * 1.2825 / std::sqrt(draws))
      << "max is Gumbel with the sum's logarithm";
}

TEST(Gumbel, TheExpectedLargestLogitIsGolden) {
  const std::array logits = {2.0, 1.0, 0.1};
  expect_near(log_sum_exp(logits) + std::numbers::egamma, 2.99424568117937);
}

TEST(Gumbel, DrawsWithoutReplacementAreGolden) {
  const std::vector<double> p = {0.5, 0.3, 0.2};
  const std::array<std::size_t, 2> order = {0, 1};
  expect_near(ordered_draw_probability(p, order), 0.3);
  const std::vector<double> included = inclusion_probabilities(p, 2);
  const double golden[] = {0.839285714285714, 0.675, 0.485714285714286};
  for (std::size_t k = 0; k < 3; ++k) expect_near(included[k], golden[k]);
  for (std::size_t k = 0; k < 3; ++k) {
    expect_near(inclusion_probabilities(p, 0)[k], 0);
    expect_near(inclusion_probabilities(p, 1)[k], p[k]);
    expect_near(inclusion_probabilities(p, 3)[k], 1);
  }
  const std::vector<double> many = {0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.2, 0.25};
  double sum = 0;
  for (const double each : inclusion_probabilities(many, 5)) sum += each;
  EXPECT_NEAR(sum, 5, 1e-12);
}

TEST(Softmax, TemperaturesAreGolden) {
  const struct {
    double temperature, p1, p2, p3, entropy, scaled;
  } golden[] = {
      {0.1, 0.99995459652901, 4.53978684480909e-5, 5.60254205113175e-9, 4.99489634538812e-4,
       2.00000454045018},
      {1, 0.659001138885968, 0.242432970704714, 0.0985658904093182, 0.846738178760252, 2.41703001627783},
      {2, 0.501687757090437, 0.304289006277814, 0.194023236631749, 1.02624392857819, 3.37955470127824},
      {10, 0.366059470744793, 0.331224306356328, 0.302716222898879, 1.09559798339325, 12.0495947040683}};
  for (const auto& each : golden) {
    std::vector<double> z = {2, 1, 0.1};
    const std::vector<double> p = softmax(z, each.temperature);
    expect_near(p[0], each.p1);
    expect_near(p[1], each.p2);
    expect_near(p[2], each.p3);
    expect_near(entropy(p), each.entropy);
    for (double& logit : z) logit /= each.temperature;
    expect_near(each.temperature * log_sum_exp(z), each.scaled);
  }
}

TEST(Softmax, NeverOverflows) {
  const std::vector<double> far = {1e300, -1e300, 0};
  EXPECT_EQ(softmax(far, 0.01)[0], 1);
  EXPECT_EQ(log_sum_exp(far), 1e300);
  EXPECT_EQ(entropy(softmax(far, 0.01)), 0);
}

}  // namespace
}  // namespace theta
