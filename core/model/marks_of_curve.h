// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/polyline.h"
#include "core/model/figure.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace theta {

/// As many marks as a curve has points, at most.
constexpr std::size_t most_marks_of_curve = 64;

/// In points of the screen; marks that stand apart are larger, to be found on the line.
inline double mark_size(const Curve& curve) {
  const double size = 2.5 * std::max(curve.width, 1.6);
  return curve.x.size() > most_marks_of_curve ? std::max(size, std::min(1.7 * size, 9.0)) : size;
}

/// The points of a curve that carry its marks: all of up to 64; of more, whose marks would run into each
/// other, some that stand apart, each shape at places of its own, so that none hides another where curves
/// meet. `pixel`: what a point of the screen measures on the line. P: as in core/math/polyline.h.
template <class P>
std::vector<P> marks_of_curve(Marker marker, std::span<const P> line, double pixel) {
  constexpr double apart = 48, shapes = 4;
  std::vector<P> marks;
  if (line.size() <= most_marks_of_curve) {
    marks.assign(line.begin(), line.end());
    return marks;
  }
  std::optional<P> last;
  double room = apart * pixel * (static_cast<double>(marker) - 0.5) / shapes;
  for (const P& point : line) {
    if (!is_finite(point)) continue;
    if (last && std::hypot(point.x() - last->x(), point.y() - last->y()) < room) continue;
    if (last) {
      marks.push_back(point);
      room = apart * pixel;
    }
    last = point;
  }
  return marks;
}

}  // namespace theta
