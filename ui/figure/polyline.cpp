// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/polyline.h"

#include "core/math/polyline.h"

#include <cmath>
#include <utility>

namespace theta {
namespace {

Rectangle rectangle(const QRectF& area) {
  return {.x_low = area.left(), .x_high = area.right(), .y_low = area.top(), .y_high = area.bottom()};
}

}  // namespace

std::vector<Polyline> clipped(std::span<const QPointF> line, const QRectF& to) {
  return clipped_line(line, rectangle(to));
}

Polyline clipped_area(Polyline outline, const QRectF& to) {
  return clipped_area(std::move(outline), rectangle(to));
}

Polyline simplified(std::span<const QPointF> line, double tolerance) {
  return simplified_line(line, tolerance);
}

Polyline thinned(Polyline line, double width) { return thinned_line(std::move(line), width); }

std::vector<Polyline> dashed(std::span<const QPointF> line, std::span<const double> pattern) {
  if (pattern.empty() || line.size() < 2) return {Polyline(line.begin(), line.end())};
  std::vector<Polyline> pieces;
  std::size_t part = 0;
  double left = pattern[0];
  Polyline piece = {line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const QPointF step = line[i] - line[i - 1];
    const double whole = std::hypot(step.x(), step.y());
    double walked = 0;
    while (whole - walked > left) {
      walked += left;
      const QPointF at = line[i - 1] + step * (walked / whole);
      if (part % 2 == 0) {
        piece.push_back(at);
        pieces.push_back(std::move(piece));
      }
      piece = {at};
      part = (part + 1) % pattern.size();
      left = pattern[part];
    }
    left -= whole - walked;
    if (part % 2 == 0) piece.push_back(line[i]);
  }
  if (part % 2 == 0 && piece.size() > 1) pieces.push_back(std::move(piece));
  return pieces;
}

}  // namespace theta
