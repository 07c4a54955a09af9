// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/axis_place.h"

#include <QPointF>
#include <QRectF>

namespace theta {

/// One axis in pixels.
struct AxisPixels : AxisPlace {
  double pixel(double value) const { return place(value); }
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
