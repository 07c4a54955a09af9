// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/quadrature.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(Quadrature, LaguerreIsExactForPolynomials) {
  for (const int count : {1, 2, 5, 12, 26, 60}) {
    const Quadrature rule = laguerre_quadrature(count);
    for (int power = 0; power < std::min(2 * count, 100); ++power) {
      double sum = 0;  // of x^power e^−x, over the factorial it is
      for (Eigen::Index i = 0; i < count; ++i)
        sum += rule.weights[i] *
               std::exp(power * std::log(rule.nodes[i]) - rule.nodes[i] - std::lgamma(power + 1));
      EXPECT_NEAR(sum, 1, 1e-14 * (10 + power)) << count << " " << power;
    }
  }
}

TEST(Quadrature, HalfLineIsExactForWhatFallsExponentially) {
  const Quadrature rule = half_line_quadrature(1.0 / 16);
  const auto integral = [&](auto f) {
    double sum = 0;
    for (Eigen::Index i = 0; i < rule.nodes.size(); ++i) sum += rule.weights[i] * f(rule.nodes[i]);
    return sum;
  };
  EXPECT_NEAR(integral([](double x) { return std::exp(-x); }), 1, 1e-13);
  EXPECT_NEAR(integral([](double x) { return std::exp(-x) / std::sqrt(x); }), std::sqrt(std::acos(-1)), 1e-8);
  EXPECT_NEAR(integral([](double x) { return std::exp(-x) / (1 + std::exp(-x)); }), std::log(2), 1e-13);
  EXPECT_NEAR(integral([](double x) { return std::exp(-50 * x); }), 0.02, 1e-13);
}

}  // namespace
}  // namespace theta
