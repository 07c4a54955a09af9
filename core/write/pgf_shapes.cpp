// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_shapes.h"

#include "core/model/arc_points.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {

PageLine arc_line(const PgfPlot& plot, const Arc& arc) {
  constexpr double flat = 0.01;  // millimetres from a chord to the arc
  const PagePoint reach = plot.at({arc.centre.x + arc.radius, arc.centre.y}) - plot.at(arc.centre);
  const double radius = std::max(0.1, is_finite(reach) ? reach.norm() : 0);
  PageLine line;
  for (const Point& point : arc_points(arc, radius, flat)) line.push_back(plot.at(point));
  return line;
}

std::vector<PageLine> rule_line(const PgfPlot& plot, const Rule& rule) {
  const Rectangle box = plot.box(), values = plot.values();
  const bool upright = rule.direction == Direction::vertical;
  PageLine line;
  if (plot.polar() && upright) {
    line = {plot.at({rule.at, values.y_low}), plot.at({rule.at, values.y_high})};
  } else if (plot.polar()) {
    for (int i = 0; i <= 180; ++i) line.push_back(plot.at({std::numbers::pi * i / 90, rule.at}));
  } else if (upright) {
    const double x = plot.x().place(rule.at);
    line = {{x, box.y_low}, {x, box.y_high}};
  } else {
    const double y = plot.y().place(rule.at);
    line = {{box.x_low, y}, {box.x_high, y}};
  }
  return plot.shown(line);
}

Rectangle span_area(const PgfPlot& plot, const Span& span) {
  Rectangle area = plot.box();
  if (span.direction == Direction::vertical) {
    area.x_low = place_or_end(plot.x(), span.low);
    area.x_high = place_or_end(plot.x(), span.high);
  } else {
    area.y_low = place_or_end(plot.y(), span.low);
    area.y_high = place_or_end(plot.y(), span.high);
  }
  return area;
}

double place_or_end(const AxisPlace& axis, double value) {
  const double place = axis.place(value);
  return std::isfinite(place) ? place : axis.first;
}

PageLine ring_sector(const PgfPlot& plot, double from, double to, double low, double high) {
  constexpr int steps = 90;
  PageLine outline;
  for (int i = 0; i <= steps; ++i) outline.push_back(plot.at({from + (to - from) * i / steps, high}));
  for (int i = steps; i >= 0; --i) outline.push_back(plot.at({from + (to - from) * i / steps, low}));
  return outline;
}

}  // namespace theta
