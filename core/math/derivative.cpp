// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/derivative.h"

#include "core/math/nan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace theta {
namespace {

constexpr std::size_t steps = 14;
// Where the widest steps do not settle, narrower ones are tried. All are powers of two, so x ± h is exact.
constexpr std::array first_steps = {0x1p-2, 0x1p-9, 0x1p-16, 0x1p-23, 0x1p-30};
struct Estimate {
  double value = nan;
  double error = std::numeric_limits<double>::infinity();
};

/// The limit of a sequence taken at halved steps whose error goes as step^first_power and on in powers
/// `stride` apart: the entry of Neville's tableau that its two neighbours agree with best. `noise` is the
/// rounding error of the first value; it grows by `growth` with each halving, and keeps chance agreement of
/// noisy values from being taken for convergence; so does asking three values to agree, not two. Leading
/// values that are not finite are left out.
Estimate extrapolated(std::span<const double> sequence, int first_power, int stride, double noise,
                      double growth) {
  std::array<double, steps> row{};
  Estimate best;
  std::size_t length = 0;
  for (const double value : sequence) {
    if (!std::isfinite(value)) {
      length = 0;
      noise *= growth;
      continue;
    }
    double above = value;
    double power = std::exp2(first_power);
    for (std::size_t j = 0; j < length; ++j) {
      const double refined = above + (above - row[j]) / (power - 1);
      const double error = std::max(std::abs(refined - above), std::abs(refined - row[j])) + noise;
      if (j > 0 && error < best.error) best = {refined, error};
      row[j] = std::exchange(above, refined);
      power *= std::exp2(stride);
    }
    row[length++] = above;
    noise *= growth;
  }
  return best;
}

struct Side {
  Estimate first, second;
};

/// From f at x + h, x + h/2, …: `values`; direction is the sign of h.
Side one_sided(std::span<const double> values, double at, double direction, double first_step,
               double rounding) {
  std::array<double, steps> slopes{}, curvatures{};
  double h = direction * first_step;
  for (std::size_t k = 0; k < steps; ++k, h /= 2) slopes[k] = (values[k] - at) / h;
  h = direction * first_step;
  for (std::size_t k = 0; k + 1 < steps; ++k, h /= 2) curvatures[k] = 4 * (slopes[k] - slopes[k + 1]) / h;
  return {extrapolated(slopes, 1, 1, rounding * 2 / first_step, 2),
          extrapolated(std::span(curvatures).first(steps - 1), 1, 1,
                       rounding * 16 / (first_step * first_step), 4)};
}

Side two_sided(std::span<const double> left, std::span<const double> right, double at, double first_step,
               double rounding) {
  std::array<double, steps> slopes{}, curvatures{};
  double h = first_step;
  for (std::size_t k = 0; k < steps; ++k, h /= 2) {
    slopes[k] = (right[k] - left[k]) / (2 * h);
    curvatures[k] = (right[k] - 2 * at + left[k]) / (h * h);
  }
  return {extrapolated(slopes, 2, 2, rounding / first_step, 2),
          extrapolated(curvatures, 2, 2, rounding * 4 / (first_step * first_step), 4)};
}

bool converged(const Estimate& estimate) {
  return estimate.error <= 1e-6 * std::max(1.0, std::abs(estimate.value));
}

bool differ(const Estimate& left, const Estimate& right) {
  const double scale = std::max({1.0, std::abs(left.value), std::abs(right.value)});
  return converged(left) && converged(right) &&
         std::abs(left.value - right.value) > 1e-5 * scale + 10 * (left.error + right.error);
}

/// The error in units of max(1, |value|).
double relative(const Estimate& estimate) {
  return std::isnan(estimate.value) ? std::numeric_limits<double>::infinity()
                                    : estimate.error / std::max(1.0, std::abs(estimate.value));
}

const Estimate& best_of(const Estimate& left, const Estimate& right) {
  return relative(right) < relative(left) ? right : left;
}

struct Verdict {
  Estimate first, second;
  bool kink = false, bend = false;  ///< the slopes, or the curvatures, of both sides differ
};

/// Of a value: its own, and that of the steps by which x entered it, which are of x in relative terms.
double rounding_error(double x, double at, double slope) {
  const double from_x = std::isfinite(slope) ? std::abs(x * slope) : 0;
  return std::numeric_limits<double>::epsilon() * std::max({std::abs(at), from_x, 1e-300});
}

Verdict verdict(const std::function<double(double)>& f, double x, double at, double first_step) {
  std::array<double, steps> left{}, right{};
  double h = first_step;
  for (std::size_t k = 0; k < steps; ++k, h /= 2) {
    left[k] = f(x - h);
    right[k] = f(x + h);
  }
  const double rounding = rounding_error(x, at, (right.back() - left.back()) / (4 * h));
  const Side before = one_sided(left, at, -1, first_step, rounding);
  const Side after = one_sided(right, at, 1, first_step, rounding);
  const Side both = two_sided(left, right, at, first_step, rounding);
  return {best_of(both.first, best_of(before.first, after.first)),
          best_of(both.second, best_of(before.second, after.second)), differ(before.first, after.first),
          differ(before.second, after.second)};
}

/// Whether the narrowest step is still a step of the doubles around x.
bool resolves(double x, double first_step) {
  return first_step * std::exp2(1.0 - static_cast<double>(steps)) >=
         8 * std::numeric_limits<double>::epsilon() * std::abs(x);
}

/// Whether f leaves its value at once on one side: as near as 2⁻⁴⁴ of x it is about as far from it as at
/// 2⁻⁴⁰. What is small beside f in the neighbourhood is rounding, not a jump.
bool jumps(const std::function<double(double)>& f, double x, double at) {
  double size = std::abs(at);
  for (const double near : {f(x - first_steps.front()), f(x + first_steps.front())})
    if (std::isfinite(near)) size = std::max(size, std::abs(near));
  const double step = std::ldexp(std::max(std::abs(x), 0x1p-20), -40);
  for (const double h : {-step, step}) {
    const double far = std::abs(f(x + h) - at), near = std::abs(f(x + h / 16) - at);
    if (near > 1e-9 * size && near > 0.9 * far) return true;
  }
  return false;
}

}  // namespace

Derivatives derivatives(const std::function<double(double)>& f, double x, double at) {
  constexpr double settled = 1e-9;
  if (!std::isfinite(at) || jumps(f, x, at)) return {nan, nan};
  Verdict best;
  for (const double first_step : first_steps) {
    if (first_step != first_steps.front() && !resolves(x, first_step)) break;
    const Verdict now = verdict(f, x, at, first_step);
    if (now.kink) return {nan, nan};
    if (now.bend && relative(now.first) < 1e-6) return {best_of(best.first, now.first).value, nan};
    best.first = best_of(best.first, now.first);
    best.second = best_of(best.second, now.second);
    if (relative(best.first) < settled && relative(best.second) < settled) break;
  }
  return {best.first.value, best.second.value};
}

}  // namespace theta
