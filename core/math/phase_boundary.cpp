// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/phase_boundary.h"

#include <cmath>
#include <cstddef>

namespace theta {
namespace {

constexpr double largest_weight_variance = 25;

/// Where a variance that begins at 1 ends.
struct Course {
  double factor = 0;           ///< χ₁ there
  bool without_limit = false;  ///< beyond the table
};

double growth(const MomentTable& table, const Initialisation& init, std::size_t i) {
  return (init.weight_variance * table.second_moment[i] + init.bias_variance) / table.q[i] - 1;
}

Course course(const MomentTable& table, const Initialisation& init) {
  constexpr double nearly = 1e-12, hardly = 1e-14;  // by which a variance may grow and still count as staying
  const auto factor = [&](std::size_t i) { return init.weight_variance * table.slope_second_moment[i]; };
  const auto between = [&](std::size_t i) {  // where the growth vanishes
    const double left = growth(table, init, i), right = growth(table, init, i + 1);
    return std::lerp(factor(i), factor(i + 1), left / (left - right));
  };
  std::size_t i = table.one;
  const double at_first = growth(table, init, i);
  if (std::abs(at_first) <= nearly) return {factor(i)};
  if (at_first > 0) {
    while (i + 1 < table.q.size() && growth(table, init, i + 1) > hardly) ++i;
    return i + 1 < table.q.size() ? Course{between(i)} : Course{factor(i), true};
  }
  while (i > 0 && growth(table, init, i - 1) < 0) --i;
  return {i > 0 ? between(i - 1) : factor(0)};
}

/// The one initialisation at which the variance stays q and χ₁ = 1.
struct Critical {
  double q = 0;
  Initialisation init = {};
};
Critical critical(double q, double second_moment, double slope_second_moment) {
  const double weight_variance = 1 / slope_second_moment;
  return {q, {weight_variance, q - weight_variance * second_moment}};
}
Critical critical(const Unit& unit, double q) {
  const Moments at = moments(unit, q);
  return critical(q, at.second_moment, at.slope_second_moment);
}

/// The weight variance that is critical with a bias variance, between two variances: regula falsi, the end
/// that stays weighed half (Illinois).
double critical_between(const Unit& unit, const Critical& first, const Critical& second,
                        double bias_variance) {
  Critical left = first, right = second;
  double left_excess = left.init.bias_variance - bias_variance,
         right_excess = right.init.bias_variance - bias_variance;
  for (int step = 0; step < 60 && right_excess != 0; ++step) {
    const Critical middle =
        critical(unit, (left.q * right_excess - right.q * left_excess) / (right_excess - left_excess));
    const double excess = middle.init.bias_variance - bias_variance;
    if ((excess < 0) == (right_excess < 0))
      left_excess /= 2;
    else
      left = right, left_excess = right_excess;
    const bool arrived = std::abs(middle.q - right.q) <= 1e-14 * middle.q;
    right = middle;
    right_excess = excess;
    if (arrived) break;
  }
  return right.init.weight_variance;
}

}  // namespace

MomentTable moment_table(const Unit& unit, int a_side) {
  constexpr double least_exponent = -10, largest_exponent = 12;
  MomentTable table;
  table.one = static_cast<std::size_t>(a_side);
  for (int i = -a_side; i <= a_side; ++i) {
    const double t = std::abs(i) / static_cast<double>(a_side);
    const double spread = 0.25 * t + 0.75 * t * t * t;  // where little happens, few
    const double q = std::pow(10, spread * (i < 0 ? least_exponent : largest_exponent));
    const Moments at = moments(unit, q);
    table.q.push_back(q);
    table.second_moment.push_back(at.second_moment);
    table.slope_second_moment.push_back(at.slope_second_moment);
  }
  return table;
}

std::optional<PhaseBoundary> phase_boundary(const MomentTable& table, double bias_variance) {
  const auto follow = [&](double weight_variance) { return course(table, {weight_variance, bias_variance}); };
  double low = 0, high = largest_weight_variance;
  if (!(follow(high).factor >= 1)) return {};
  for (int step = 0; step < 44; ++step) {
    const double middle = (low + high) / 2;
    (follow(middle).factor < 1 ? low : high) = middle;
  }
  constexpr double jump = 0.01;
  const Course below = follow(low), above = follow(high);
  return PhaseBoundary{high, !above.without_limit && above.factor - below.factor < jump};
}

std::optional<PhaseBoundary> phase_boundary(const MomentTable& table, double bias_variance,
                                            const Unit& unit) {
  auto found = phase_boundary(table, bias_variance);
  if (!found || !found->is_edge) return found;
  constexpr double hardly_any = 1e-20;
  const Critical from_none = critical(unit, hardly_any);
  if (bias_variance == 0 && std::abs(from_none.init.bias_variance) <= 1e-9 * hardly_any)
    return PhaseBoundary{from_none.init.weight_variance, true};
  const auto at = [&](std::size_t i) {
    return critical(table.q[i], table.second_moment[i], table.slope_second_moment[i]);
  };
  double weight_variance = found->weight_variance, distance = 0.01 * weight_variance;
  for (std::size_t i = 0; i + 1 < table.q.size(); ++i) {
    const Critical left = at(i), right = at(i + 1);
    if ((left.init.bias_variance < bias_variance) == (right.init.bias_variance < bias_variance)) continue;
    const double exact = critical_between(unit, left, right, bias_variance);
    if (std::abs(exact - found->weight_variance) >= distance) continue;
    distance = std::abs(exact - found->weight_variance);
    weight_variance = exact;
  }
  found->weight_variance = weight_variance;
  return found;
}

}  // namespace theta
