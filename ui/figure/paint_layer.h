// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/canvas.h"

#include <span>
#include <vector>

namespace theta {

constexpr double rule_width = 1.2, span_opacity = 0.08;

/// Paints a layer's lines, areas and markers, clipped to the plot. Its words are placed and painted after all
/// layers (ui/figure/label_placement.h). `curve`: a curve's lines as `curve_lines` gives them.
void paint_layer(const Canvas& canvas, const Layer& layer, std::span<const Polyline> curve = {});

/// A curve as it is painted: in pixels, within the plot, without points that lie within `tolerance` of it
/// anyhow.
std::vector<Polyline> curve_lines(const Coordinates& at, std::span<const double> x, std::span<const double> y,
                                  double tolerance);

/// The points of an arc, close enough together to look round.
Polyline arc_line(const Coordinates& at, const Arc& arc);

/// The barbs of an arrow's head and its tip between them; none where the tip lies outside. `lines`: the
/// theme's.
Polyline arrow_head(const Coordinates& at, const Arrow& arrow, double lines);

/// A bar's rectangle in the plot; empty where it lies outside.
QRectF bar_area(const Coordinates& at, const Bars& bars, std::size_t i);

/// The area a span shades.
QRectF span_area(const Coordinates& at, const Span& span);

/// The ends of a rule; none where it lies outside.
std::vector<Polyline> rule_line(const Coordinates& at, const Rule& rule);

}  // namespace theta
