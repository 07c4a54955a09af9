// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/joined_curve.h"

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

bool lie_on_each_other(const std::vector<const Curve*>& curves) {
  double scale = 0;
  for (const Curve* curve : curves) {
    for (const double y : curve->y) scale = std::max(scale, std::abs(y));
  }
  return std::ranges::all_of(curves, [&](const Curve* one) {
    return std::ranges::all_of(curves,
                               [&](const Curve* other) { return points_lie_on(*one, *other, scale); });
  });
}

void add_what_lies_beyond(Curve& joined, const Curve& next) {
  const double end = joined.x.back();
  for (std::size_t i = 0; i < next.x.size(); ++i) {
    if (next.x[i] <= end) continue;
    joined.x.push_back(next.x[i]);
    joined.y.push_back(next.y[i]);
  }
}

}  // namespace

std::optional<Curve> joined_curve(const std::vector<const Curve*>& curves) {
  const auto comparable = [&](const Curve* curve) {
    return goes_from_left_to_right(*curve) && look_alike(*curve, *curves.front());
  };
  if (!std::ranges::all_of(curves, comparable) || !lie_on_each_other(curves)) return {};
  std::vector<const Curve*> ordered = curves;  // of those that begin together the longest first
  std::ranges::stable_sort(ordered, [](const Curve* left, const Curve* right) {
    return left->x.front() < right->x.front() ||
           (left->x.front() == right->x.front() && left->x.back() > right->x.back());
  });
  Curve joined = *ordered.front();
  for (const Curve* next : ordered) {
    if (next->x.front() >= joined.x.back()) return {};
    add_what_lies_beyond(joined, *next);
  }
  return joined;
}

}  // namespace theta
