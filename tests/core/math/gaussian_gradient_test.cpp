// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gaussian_gradient.h"

#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(GaussianGradient, ClosedFormsAreGolden) {
  const double squares[][5] = {{1, 1, 4, 30, 18}, {2, 0.5, 1, 123.75, 34.5}};
  for (const auto& [mean, deviation, pathwise, score, baseline] : squares) {
    const GaussianGradient got = square_gradient(mean, deviation);
    expect_near(got.gradient, 2 * mean);
    expect_near(got.pathwise_variance, pathwise);
    expect_near(got.score_variance, score);
    expect_near(got.baseline_variance, baseline);
  }
  const double sines[][4] = {{0.5, 0.436293706822, 0.00707791026222, 0.309647801388},
                             {1, 0.579440870997, 0.220096791623, 0.331793820832},
                             {2, 0.223394058418, 1.95033820963, 0.451006775798},
                             {4, 0.000486229938230, 7.99999976358, 0.499999763580}};
  for (const auto& [frequency, gradient, pathwise, score] : sines) {
    const GaussianGradient got = sine_gradient(frequency, 0.3, 1);
    EXPECT_NEAR(got.gradient, gradient, 1e-12);
    EXPECT_NEAR(got.pathwise_variance, pathwise, 5e-12);
    EXPECT_NEAR(got.score_variance, score, 1e-12);
  }
}

TEST(GaussianGradient, SineAgreesWithQuadrature) {
  for (const double k : {0.3, 1.7, 5.0}) {
    constexpr double mean = -0.7, deviation = 1.3, step = 1.0 / 64;
    double f = 0, path = 0, path_square = 0, score_square = 0, baseline_square = 0;
    const auto each = [&](auto add) {
      for (double e = -12; e <= 12; e += step)
        add(step * std::exp(-e * e / 2) / std::sqrt(2 * std::acos(-1)), mean + deviation * e, e / deviation);
    };
    each([&](double weight, double z, double) { f += weight * std::sin(k * z); });
    each([&](double weight, double z, double score) {
      path += weight * k * std::cos(k * z);
      path_square += weight * std::pow(k * std::cos(k * z), 2);
      score_square += weight * std::pow(std::sin(k * z) * score, 2);
      baseline_square += weight * std::pow((std::sin(k * z) - f) * score, 2);
    });
    const GaussianGradient got = sine_gradient(k, mean, deviation);
    EXPECT_NEAR(got.gradient, path, 1e-12);
    EXPECT_NEAR(got.pathwise_variance, path_square - path * path, 1e-11);
    EXPECT_NEAR(got.score_variance, score_square - path * path, 1e-11);
    EXPECT_NEAR(got.baseline_variance, baseline_square - path * path, 1e-11);
  }
}

}  // namespace
}  // namespace theta
