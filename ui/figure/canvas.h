// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/coordinates.h"
#include "ui/figure/polyline.h"
#include "ui/theme.h"

#include <QColor>
#include <QPainter>

#include <span>
#include <vector>

namespace theta {

/// By how much a line may miss its points, in pixels of the layout.
constexpr double line_tolerance(bool joined) { return joined ? 0.03 : 0.15; }

/// What a panel's layers are painted with and on.
struct Canvas {
  QPainter& painter;
  const Theme& theme;
  const Coordinates& at;
  /// Lines are handed to the painter joined, with a dashed pen: for files. A screen's pixels are faster
  /// painted as separate lines.
  bool joined = false;

  double tolerance() const { return line_tolerance(joined); }
};

/// Whether a painter's device keeps what is drawn as lines and words rather than pixels.
bool keeps_lines(const QPainter& painter);

Canvas canvas_of(QPainter& painter, const Theme& theme, const Coordinates& at);

/// A colour with its opacity multiplied.
QColor faded(QColor colour, double opacity);

/// In pixels, on and off in turn; empty for a solid line.
std::vector<double> dash_pattern(Dash dash, double scale);

/// Lines in pixels, already clipped.
void stroke(const Canvas& canvas, std::span<const Polyline> lines, const QColor& colour, double width,
            Dash dash);

/// Clipped to the plot first, without the points that need not be drawn.
void stroke_clipped(const Canvas& canvas, std::span<const QPointF> line, const QColor& colour, double width,
                    Dash dash);

/// A filled area, clipped to the plot.
void fill_area(const Canvas& canvas, Polyline outline, const QColor& colour);

/// Markers whose centres lie in the plot.
void mark(const Canvas& canvas, std::span<const QPointF> centres, Marker marker, double size,
          const QColor& colour);

}  // namespace theta
