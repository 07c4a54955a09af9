// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_plot.h"

#include <vector>

// Where layers that are no lists of points lie on the page.

namespace theta {

/// The points of an arc, close enough together to look round.
PageLine arc_line(const PgfPlot& plot, const Arc& arc);

/// A rule within the plot; none where it lies outside.
std::vector<PageLine> rule_line(const PgfPlot& plot, const Rule& rule);

/// The area a span shades, its ends not yet cut to the plot.
Rectangle span_area(const PgfPlot& plot, const Span& span);

/// A value of a log axis that has no place on it lies at its end.
double place_or_end(const AxisPlace& axis, double value);

/// What in a polar plot stands for a rectangle.
PageLine ring_sector(const PgfPlot& plot, double from, double to, double low, double high);

}  // namespace theta
