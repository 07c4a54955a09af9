// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <QPointF>
#include <QRectF>

namespace theta {

/// A value as it lies along its axis: its logarithm on a log axis (NaN where it has none), else itself.
double along(const Axis& axis, double value);
double from_along(const Axis& axis, double place);

/// One axis in pixels: `low` and `high` as they lie along the axis.
struct AxisPixels {
  bool log = false;
  double low = 0, high = 1;
  double first = 0, last = 1;  ///< the pixels of low and high

  double pixel(double value) const;
  double value(double pixel) const;
};

/// Between a panel's coordinates and pixels.
struct Coordinates {
  AxisPixels x, y;
  QRectF plot;
  bool polar = false;
  QPointF centre = {};  ///< polar: of the circle
  double radius = 0;    ///< polar: in pixels, where y is highest

  QPointF pixel(Point point) const;
  Point value(QPointF pixel) const;
  bool shows(QPointF pixel) const;  ///< within the plot, with half a pixel to spare
};

/// For polar panels x is an angle, y a radius; the circle lies `rim` pixels within the plot.
Coordinates coordinates(const Axis& x, const Axis& y, const QRectF& plot, bool polar, double rim = 0);

/// Widens one of the axes so that a unit is as long on both.
void make_square(Axis& x, Axis& y, QSizeF plot);

}  // namespace theta
