// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/coordinates.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

void widen(Axis& axis, double range) {
  const double middle = axis.low + (axis.high - axis.low) / 2;
  axis.low = middle - range / 2;
  axis.high = middle + range / 2;
}

}  // namespace

QPointF Coordinates::pixel(Point point) const {
  if (!polar) return {x.pixel(point.x), y.pixel(point.y)};
  const double reach = y.pixel(point.y);
  return centre + QPointF(reach * std::cos(point.x), -reach * std::sin(point.x));
}

Point Coordinates::value(QPointF pixel) const {
  if (!polar) return {x.value(pixel.x()), y.value(pixel.y())};
  const QPointF from = pixel - centre;
  return {std::atan2(-from.y(), from.x()), y.value(std::hypot(from.x(), from.y()))};
}

bool Coordinates::shows(QPointF pixel) const {
  const bool placed = std::isfinite(pixel.x()) && std::isfinite(pixel.y());  // a rectangle "contains" NaN
  return placed && plot.adjusted(-0.5, -0.5, 0.5, 0.5).contains(pixel);
}

Coordinates coordinates(const Axis& x, const Axis& y, const QRectF& plot, bool polar, double rim) {
  const auto axis = [](const Axis& from, double first, double last) {
    return AxisPixels{axis_place(from, first, last)};
  };
  Coordinates map;
  map.plot = plot;
  map.polar = polar;
  map.centre = plot.center();
  map.radius = std::max(1.0, std::min(plot.width(), plot.height()) / 2 - rim);
  map.x = axis(x, plot.left(), plot.right());
  map.y = polar ? axis(y, 0, map.radius) : axis(y, plot.bottom(), plot.top());
  return map;
}

void make_square(Axis& x, Axis& y, QSizeF plot) {
  if (plot.isEmpty()) return;
  const double unit = std::max((x.high - x.low) / plot.width(), (y.high - y.low) / plot.height());
  widen(x, unit * plot.width());
  widen(y, unit * plot.height());
}

}  // namespace theta
