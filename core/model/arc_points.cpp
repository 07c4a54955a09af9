// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/arc_points.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {

std::vector<Point> arc_points(const Arc& arc, double drawn_radius, double flat) {
  const double turn = std::clamp(arc.to - arc.from, -2 * std::numbers::pi, 2 * std::numbers::pi);
  const double step = 2 * std::acos(1 - std::min(flat / drawn_radius, 0.5));
  const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / step)));
  std::vector<Point> points;
  for (int i = 0; i <= steps; ++i) {
    const double angle = arc.from + turn * i / steps;
    points.push_back(
        {arc.centre.x + arc.radius * std::cos(angle), arc.centre.y + arc.radius * std::sin(angle)});
  }
  return points;
}

}  // namespace theta
