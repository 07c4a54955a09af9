// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/concrete.h"

#include "core/math/gumbel.h"
#include "core/math/softmax.h"
#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace theta {
namespace {

const std::vector<double> three = {0.5, 0.3, 0.2};

std::vector<double> perturbed() {
  const std::array u = {0.3, 0.6, 0.9};
  std::vector<double> x;
  for (std::size_t k = 0; k < 3; ++k) x.push_back(std::log(three[k]) + gumbel_quantile(u[k]));
  return x;
}

std::vector<double> logs(std::vector<double> numbers) {
  for (double& number : numbers) number = std::log(number);
  return numbers;
}

double density(const std::vector<double>& p, double temperature, const std::vector<double>& y) {
  return std::exp(concrete_log_density(p, temperature, logs(y)));
}

TEST(Concrete, OneSampleIsGolden) {
  const std::vector<double> x = perturbed();
  const double noise[] = {-0.185626758862366, 0.671726992092122, 2.25036732731245};
  const double want[] = {-0.878773939422311, -0.532245812233814, 0.640929414878345};
  for (std::size_t k = 0; k < 3; ++k) {
    expect_near(x[k], want[k]);
    expect_near(x[k] - std::log(three[k]), noise[k]);
  }
  const double golden[][4] = {{0.1, 2.5119361296345e-7, 8.03454203318355e-6, 0.999991714264354},
                              {0.5, 0.0418538542480599, 0.0837000976197219, 0.874446048132218},
                              {1, 0.143163546906732, 0.202454625250561, 0.654381827842707},
                              {5, 0.291804464246612, 0.312745437341326, 0.395450098412063}};
  for (const auto& row : golden) {
    const ConcreteSample sample = concrete_sample(x, row[0]);
    for (std::size_t k = 0; k < 3; ++k) {
      EXPECT_NEAR(sample.y[k] / row[k + 1], 1, 1e-12) << row[0];
      expect_near(std::exp(sample.log_y[k]), row[k + 1]);
    }
  }
}

TEST(Concrete, ABatchHoldsTheSamples) {
  std::vector<double> p = {0.4, 0.3, 0.2, 0.1};
  Eigen::ArrayXXd x = GumbelNoise(2, 4).next(33);
  for (Eigen::Index k = 0; k < 4; ++k) x.col(k) += std::log(p[static_cast<std::size_t>(k)]);
  for (const double temperature : {0.01, 0.5, 20.0}) {
    const ConcreteBatch batch = concrete_batch(x, temperature);
    for (Eigen::Index n = 0; n < 33; ++n) {
      const Eigen::ArrayXd row = x.row(n);
      const std::vector<double> y = concrete_sample(std::span(row.data(), 4), temperature).y;
      for (Eigen::Index k = 0; k < 4; ++k) EXPECT_NEAR(batch.y(n, k), y[static_cast<std::size_t>(k)], 1e-13);
      EXPECT_NEAR(batch.maximum[n], y[winner(y)], 1e-13);
      EXPECT_NEAR(batch.entropy[n], entropy(y), 1e-12);
    }
  }
}

TEST(Concrete, SlopesOfOneSampleAreGolden) {
  const std::vector<double> x = perturbed();
  const double jacobian[][3] = {{0.0802042182652841, -0.00700634337264845, -0.0731978748926357},
                                {-0.00700634337264845, 0.153388782556342, -0.146382439183693},
                                {-0.0731978748926357, -0.146382439183693, 0.219580314076329}};
  const double slope[] = {0.227333902098763, 0.338608712574396, -0.565942614673159};
  const Eigen::MatrixXd got = concrete_jacobian(concrete_sample(x, 0.5).y, 0.5);
  const std::vector<double> by_temperature = concrete_temperature_slope(x, 0.5);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j)
      expect_near(got(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)), jacobian[i][j]);
    expect_near(by_temperature[i], slope[i]);
  }
}

TEST(Concrete, SlopesAreThoseOfTheSample) {
  const std::vector<double> x = perturbed();
  constexpr double step = 1e-6;
  for (const double temperature : {0.2, 1.0, 7.0}) {
    const Eigen::MatrixXd jacobian = concrete_jacobian(concrete_sample(x, temperature).y, temperature);
    const std::vector<double> slope = concrete_temperature_slope(x, temperature);
    const auto warmer = concrete_sample(x, temperature + step).y,
               colder = concrete_sample(x, temperature - step).y;
    for (std::size_t j = 0; j < 3; ++j) {
      std::vector<double> above = x, below = x;
      above[j] += step;
      below[j] -= step;
      const auto up = concrete_sample(above, temperature).y, down = concrete_sample(below, temperature).y;
      for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(jacobian(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)),
                    (up[i] - down[i]) / (2 * step), 1e-8);
      EXPECT_NEAR(slope[j], (warmer[j] - colder[j]) / (2 * step), 1e-8);
    }
  }
}

TEST(Concrete, BinaryDensityAndCdfAreGolden) {
  const double golden[][6] = {
      {0.1, 0.252127101857194, 0.084, 0.21161048042145, 0.651939489036016, 0.744029849855904},
      {0.5, 1.3671875, 0.42, 0.607638888888889, 0.4375, 0.875},
      {1, 1.81660899653979, 0.84, 0.482093663911846, 0.205882352941176, 0.954545454545455},
      {2, 0.6048, 1.68, 0.116343490304709, 0.028, 0.994736842105263},
      {5, 0.00219511567603313, 4.2, 4.03210523450855e-4, 3.95136434966188e-5, 0.999992742157902}};
  for (const auto& row : golden) {
    expect_near(binary_concrete_density(0.3, row[0], 0.1), row[1]);
    expect_near(binary_concrete_density(0.3, row[0], 0.5), row[2]);
    expect_near(binary_concrete_density(0.3, row[0], 0.9), row[3]);
    expect_near(binary_concrete_cdf(0.3, row[0], 0.1), row[4]);
    EXPECT_NEAR(binary_concrete_cdf(0.3, row[0], 0.9), row[5], 1e-12);
  }
}

TEST(Concrete, TernaryDensityIsGolden) {
  const double golden[][4] = {{0.1, 0.0191667680220784, 0.0358032965322102, 0.298657682305029},
                              {0.5, 0.390159133412106, 1.02073233272012, 6.66225040755644},
                              {1, 1.12386700157903, 3.28758116215994, 10.0772707391748},
                              {2, 1.93156623406209, 2.72352401311263, 2.60950809285389},
                              {5, 0.424510020376051, 0.00540669944962759, 0.00282251015353689}};
  for (const auto& row : golden) {
    expect_near(density(three, row[0], {0.2, 0.3, 0.5}), row[1]);
    expect_near(density(three, row[0], {0.6, 0.3, 0.1}), row[2]);
    expect_near(density(three, row[0], {0.9, 0.05, 0.05}), row[3]);
  }
}

TEST(Concrete, DensityIdentitiesHold) {
  for (const double temperature : {0.01, 0.3, 1.0, 4.0, 20.0}) {
    for (const double p : {1e-6, 0.1, 0.3, 0.5, 0.999})
      expect_near(binary_concrete_density(p, temperature, 0.5), 4 * temperature * p * (1 - p));
    const std::vector<double> even(3, 1.0 / 3);
    expect_near(density(even, temperature, even), 2 * temperature * temperature);
  }
  for (const double y : {0.001, 0.3, 0.9}) expect_near(binary_concrete_density(0.5, 1, y), 1);
}

/// Of three classes the law at temperature 1 is uniform for no π: y is 1/E over its sum, not E over its sum.
TEST(Concrete, DensityIntegratesToOneOverTheSimplex) {
  for (const double temperature : {0.8, 1.0, 2.5}) {
    double mass = 0;
    constexpr double step = 1.0 / 8;  // over both log ratios, where the law falls exponentially
    for (double a = -60; a <= 60; a += step) {
      for (double b = -60; b <= 60; b += step) {
        const std::vector<double> y = softmax(std::array{a, b, 0.0});
        const std::vector<double> log_y = {a - log_sum_exp(std::array{a, b, 0.0}),
                                           b - log_sum_exp(std::array{a, b, 0.0}),
                                           -log_sum_exp(std::array{a, b, 0.0})};
        mass += step * step * y[0] * y[1] * y[2] * std::exp(concrete_log_density(three, temperature, log_y));
      }
    }
    EXPECT_NEAR(mass, 1, 1e-9) << temperature;
  }
}

TEST(Concrete, DensityIsTheSlopeOfTheCdf) {
  for (const double temperature : {0.2, 0.7, 1.0, 3.0}) {
    for (const double y : {0.05, 0.4, 0.8}) {
      constexpr double step = 1e-6;
      const double slope = (binary_concrete_cdf(0.3, temperature, y + step) -
                            binary_concrete_cdf(0.3, temperature, y - step)) /
                           (2 * step);
      EXPECT_NEAR(binary_concrete_density(0.3, temperature, y), slope, 1e-7);
    }
  }
}

TEST(Concrete, DensityHasNoInteriorModeAtLowTemperature) {
  const auto convex = [](double temperature) {
    for (double y = 0.05; y < 0.95; y += 0.01) {
      const auto log_density = [&](double at) {
        return concrete_log_density(std::array{0.3, 0.7}, temperature,
                                    std::array{std::log(at), std::log1p(-at)});
      };
      if (log_density(y - 0.01) + log_density(y + 0.01) < 2 * log_density(y) - 1e-9) return false;
    }
    return true;
  };
  EXPECT_TRUE(convex(1)) << "log-convex up to 1/(K − 1)";
  EXPECT_TRUE(convex(0.3));
  EXPECT_FALSE(convex(1.5));
}

TEST(Concrete, NothingOverflowsAtTheLowestTemperature) {
  const std::vector<double> x = {36.8, -3.6, -17.4};
  const ConcreteSample sample = concrete_sample(x, 0.01);
  EXPECT_EQ(sample.y[0], 1);
  EXPECT_EQ(sample.y[1], 0) << "too small for a double";
  EXPECT_NEAR(sample.log_y[1], -4040, 1e-9) << "but not its logarithm";
  EXPECT_TRUE(std::isfinite(concrete_log_density(three, 0.01, sample.log_y)));
  EXPECT_TRUE(std::isfinite(concrete_log_density(three, 20, concrete_sample(x, 20).log_y)));
}

TEST(Concrete, TemperatureKeepsTheWinnerAndMeetsBothLimits) {
  const std::vector<double> x = perturbed();
  for (const double temperature : {0.01, 0.1, 1.0, 20.0}) {
    const ConcreteSample sample = concrete_sample(x, temperature);
    EXPECT_EQ(winner(sample.y), winner(x));
    EXPECT_NEAR(sample.y[0] + sample.y[1] + sample.y[2], 1, 1e-14);
  }
  for (const double share : concrete_sample(x, 1e6).y) EXPECT_NEAR(share, 1.0 / 3, 1e-5);
}

}  // namespace
}  // namespace theta
