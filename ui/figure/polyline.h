// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

// Lines in pixels, before they are painted. Everything is clipped here and not by the painter, because an SVG
// written by Qt ignores clipping.

namespace theta {

using Polyline = std::vector<QPointF>;

/// The pieces of a line that lie within a rectangle. A point that is not finite cuts the line.
std::vector<Polyline> clipped(std::span<const QPointF> line, const QRectF& to);

/// The part of an area within a rectangle; the outline is closed by itself.
Polyline clipped_area(Polyline outline, const QRectF& to);

/// The line without the points that lie within `tolerance` pixels of what remains.
Polyline simplified(std::span<const QPointF> line, double tolerance);

/// Of a line that runs from left to right with more points than pixels: first, lowest, highest and last of
/// each column of `width` pixels. Any other line is returned as it is.
Polyline thinned(Polyline line, double width);

/// The stretches of a line that a pattern of lengths, on and off in turn, leaves.
std::vector<Polyline> dashed(std::span<const QPointF> line, std::span<const double> pattern);

}  // namespace theta
