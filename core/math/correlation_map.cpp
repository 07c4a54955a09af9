// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/correlation_map.h"

#include "core/math/gaussian.h"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace theta {
namespace {

constexpr std::size_t terms = 400;

/// E[φ(√q z) h_n(z)], h_n the normalised Hermite polynomials, n = 0 … terms − 1.
std::vector<double> hermite_coefficients(const Unit& unit, double q) {
  const double deviation = std::sqrt(q);
  const GaussianRule points = gaussian_rule(0, deviation, unit.corners);
  std::vector<double> coefficients(terms, 0);
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    const double z = points.x[i] / deviation, weighted = points.weight[i] * unit.at(points.x[i]).value;
    double before = 0, here = 1;
    for (std::size_t n = 0; n < terms; ++n) {
      coefficients[n] += weighted * here;
      const auto order = static_cast<double>(n);
      const double next = (z * here - std::sqrt(order) * before) / std::sqrt(order + 1);
      before = here;
      here = next;
    }
  }
  return coefficients;
}

}  // namespace

CorrelationMap::CorrelationMap(const Unit& unit, const Initialisation& init, double q)
    : coefficients_(hermite_coefficients(unit, q)) {
  assert(q > 0);
  const double next = next_variance(unit, init, q);
  for (double& each : coefficients_) each = init.weight_variance * each * each / next;
  coefficients_.front() += init.bias_variance / next;
  factor_ = gradient_factor(unit, init, q) * (q / next);
}

double CorrelationMap::at(double c) const {
  double sum = 0;
  for (std::size_t n = terms; n-- > 0;) sum = sum * c + coefficients_[n];
  return sum;
}

double CorrelationMap::slope(double c) const {
  if (c == 1) return factor_;
  double sum = 0;
  for (std::size_t n = terms; n-- > 1;) sum = sum * c + static_cast<double>(n) * coefficients_[n];
  return sum;
}

/// The map is convex and 1 is a fixed point: below it there is another where it is steeper than 1 there.
double CorrelationMap::limit() const {
  constexpr double nearly = 1e-9;
  if (!(factor_ > 1 + nearly)) return 1;
  double low = 0, high = 1 - nearly;
  if (at(high) > high) return 1;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (at(middle) > middle ? low : high) = middle;
  }
  return low == 0 ? 0 : (low + high) / 2;
}

}  // namespace theta
