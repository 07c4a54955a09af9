// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/margin_bounds.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace theta {

using std::numbers::pi;

namespace {

/// ln of the part of the unit sphere in d dimensions that lies within an angle α of a point, 0 < sin α ≤ √½:
/// ∫₀^α sin^(d−2) over that up to π, as a series in sin²α.
double log_cap(double sine, double dimensions) {
  const double power = dimensions - 1;
  double term = 1, sum = 0;
  for (int k = 0; k < 60; ++k) {
    sum += term / (power + 2 * k);
    term *= (2.0 * k + 1) / (2.0 * k + 2) * sine * sine;
  }
  return power * std::log(sine) + std::log(sum) + std::lgamma(dimensions / 2) - std::lgamma(power / 2) -
         std::log(pi) / 2;
}

/// Twice the angle of caps that together are as large as the sphere; π/2 where that is more.
double filled_by_caps(double classes, double dimensions) {
  const double part = -std::log(classes);
  double low = 0, high = std::sqrt(0.5);
  if (log_cap(high, dimensions) <= part) return pi / 2;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (log_cap(middle, dimensions) <= part ? low : high) = middle;
  }
  return 2 * std::asin(high);
}

}  // namespace

double loss_floor(double classes, double scale) {
  assert(classes >= 2);
  const double exponent = std::log(classes - 1) - scale * classes / (classes - 1);
  return std::max(exponent, 0.0) + std::log1p(std::exp(-std::abs(exponent)));
}

double simplex_probability(double classes, double scale) {
  return 1 / (1 + (classes - 1) * std::exp(-scale * classes / (classes - 1)));
}

double scale_lower_bound(double classes, double probability) {
  assert(classes >= 2 && probability > 0 && probability < 1);
  return std::max(0.0, (classes - 1) / classes * std::log((classes - 1) * probability / (1 - probability)));
}

double circle_probability(int classes, double scale) {
  double sum = 0;
  for (int k = 0; k < classes; ++k) sum += std::exp(scale * (std::cos(2 * pi * k / classes) - 1));
  return 1 / sum;
}

Bound widest_angle(double classes, double dimensions) {
  assert(classes >= 2 && dimensions >= 2);
  if (dimensions == 2) return {2 * pi / classes, true};
  if (classes <= dimensions + 1) return {std::acos(-1 / (classes - 1)), true};
  if (classes <= 2 * dimensions) return {pi / 2, true};
  if (dimensions > 3) return {filled_by_caps(classes, dimensions), false};
  const double cotangent = 1 / std::tan(classes / (classes - 2) * pi / 6);
  return {std::acos((cotangent * cotangent - 1) / 2), classes == 12};
}

Bound cosine_margin_bound(double classes, double dimensions) {
  const Bound angle = widest_angle(classes, dimensions);
  const double half = std::sin(angle.value / 2);
  return {2 * half * half, angle.exact};
}

double normface_half_width(int classes) { return pi / classes; }

double sphereface_half_width(int classes, double m) { return 2 * pi / classes / (m + 1); }

double arcface_half_width(int classes, double m2) { return (2 * pi / classes - m2) / 2; }

double cosface_half_width(int classes, double m3) {
  const double half = pi / classes;
  return half - std::asin(std::min(1.0, m3 / (2 * std::sin(half))));
}

double sector_half_width(const Margin& margin, int classes) {
  const double gap = 2 * pi / classes;
  const auto met = [&](double theta) { return target_logit(margin, theta).value >= std::cos(gap - theta); };
  double low = 0, high = gap / 2;
  if (!met(low)) return 0;
  if (met(high)) return high;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (met(middle) ? low : high) = middle;
  }
  return low;
}

std::optional<double> boundary_angle(const Margin& margin, double theta, double ratio) {
  const double t = ratio * target_logit(margin, theta).value;
  if (t < -1) return {};
  return std::acos(std::min(1.0, t));
}

double least_multiplier_two_classes() { return 2 + std::sqrt(3.0); }
double least_multiplier_many_classes() { return 3; }

}  // namespace theta
