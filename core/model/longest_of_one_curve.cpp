// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/longest_of_one_curve.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace theta {
namespace {

constexpr double tolerance = 1e-9;

bool goes_from_left_to_right(const Curve& curve) {
  return curve.x.size() > 1 && std::ranges::all_of(curve.y, [](double y) { return std::isfinite(y); }) &&
         std::ranges::adjacent_find(curve.x, std::ranges::greater_equal{}) == curve.x.end();
}

bool look_alike(const Curve& left, const Curve& right) {
  return left.mark == right.mark && left.dash == right.dash && left.marker == right.marker &&
         left.width == right.width;
}

double extent_of(const Curve& curve) { return curve.x.back() - curve.x.front(); }

double height_at(const Curve& curve, double x) {
  const auto after = std::ranges::upper_bound(curve.x, x);
  const auto right = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(after - curve.x.begin(), 1, std::ssize(curve.x) - 1));
  const double from = curve.x[right - 1], to = curve.x[right];
  return std::lerp(curve.y[right - 1], curve.y[right], std::clamp((x - from) / (to - from), 0.0, 1.0));
}

/// Whether the points of one curve that stand above a stretch of the other lie on it.
bool points_lie_on(const Curve& points, const Curve& other, double scale) {
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    const double x = points.x[i];
    if (x < other.x.front() || x > other.x.back()) continue;
    if (!(std::abs(points.y[i] - height_at(other, x)) <= tolerance * scale)) return false;
  }
  return true;
}

bool is_stretch_of(const Curve& part, const Curve& whole) {
  const double reach = tolerance * extent_of(whole);
  if (part.x.front() < whole.x.front() - reach || part.x.back() > whole.x.back() + reach) return false;
  double scale = 0;
  for (const double y : whole.y) scale = std::max(scale, std::abs(y));
  return points_lie_on(part, whole, scale) && points_lie_on(whole, part, scale);
}

}  // namespace

std::optional<std::size_t> longest_of_one_curve(const std::vector<const Curve*>& curves) {
  const auto comparable = [&](const Curve* curve) {
    return goes_from_left_to_right(*curve) && look_alike(*curve, *curves.front());
  };
  if (!std::ranges::all_of(curves, comparable)) return {};
  const auto longest =
      std::ranges::max_element(curves, {}, [](const Curve* curve) { return extent_of(*curve); });
  if (!std::ranges::all_of(curves, [&](const Curve* curve) { return is_stretch_of(*curve, **longest); }))
    return {};
  return static_cast<std::size_t>(longest - curves.begin());
}

}  // namespace theta
