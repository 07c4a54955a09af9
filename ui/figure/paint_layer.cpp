// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/paint_layer.h"

#include "core/model/arc_points.h"
#include "core/model/marks_of_curve.h"
#include "core/model/overloaded.h"
#include "ui/figure/colour_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace theta {
namespace {

QPointF cut_here() { return {std::numeric_limits<double>::quiet_NaN(), 0}; }

/// A curve of a polar panel ends at the rim, where it would run on into the panel's corners.
Polyline polar_line(const Coordinates& at, std::span<const double> angles, std::span<const double> radii) {
  const double low = at.y.value(0), high = at.y.value(at.radius);
  Polyline line;
  for (std::size_t i = 0; i < angles.size(); ++i) {
    const bool inside = radii[i] >= low && radii[i] <= high;
    if (i > 0 && std::isfinite(radii[i]) && std::isfinite(radii[i - 1])) {
      const bool before = radii[i - 1] >= low && radii[i - 1] <= high;
      if (inside != before) {
        const double edge = std::max(radii[i], radii[i - 1]) > high ? high : low;
        const double part = (edge - radii[i - 1]) / (radii[i] - radii[i - 1]);
        line.push_back(at.pixel({angles[i - 1] + part * (angles[i] - angles[i - 1]), edge}));
      }
    }
    line.push_back(inside ? at.pixel({angles[i], radii[i]}) : cut_here());
  }
  return line;
}

Polyline pixels(const Coordinates& at, std::span<const double> x, std::span<const double> y) {
  if (at.polar) return polar_line(at, x, y);
  Polyline line(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) line[i] = at.pixel({x[i], y[i]});
  return line;
}

Polyline pixels(const Coordinates& at, const std::vector<Point>& points) {
  Polyline line;
  for (const Point point : points) line.push_back(at.pixel(point));
  return line;
}

void paint_curve(const Canvas& canvas, const Curve& curve, std::span<const Polyline> lines) {
  const QColor colour = canvas.theme.colour(curve.mark.role);
  stroke(canvas, lines, colour, curve.width, curve.dash);
  if (curve.marker == Marker::none) return;
  const Polyline points = pixels(canvas.at, curve.x, curve.y);
  mark(canvas, marks_of_curve(curve.marker, std::span<const QPointF>(points), canvas.theme.lines),
       curve.marker, mark_size(curve), colour);
}

void paint(const Canvas& canvas, const Band& band) {
  const QColor colour = faded(canvas.theme.colour(band.mark.role), band.opacity);
  Polyline above, below;
  const auto fill = [&] {
    above.insert(above.end(), below.rbegin(), below.rend());
    fill_area(canvas, std::move(above), colour);
    above.clear();
    below.clear();
  };
  for (std::size_t i = 0; i < band.x.size(); ++i) {
    const QPointF low = canvas.at.pixel({band.x[i], band.low[i]}),
                  high = canvas.at.pixel({band.x[i], band.high[i]});
    if (std::isfinite(low.y()) && std::isfinite(high.y())) {
      above.push_back(high);
      below.push_back(low);
    } else {
      fill();
    }
  }
  fill();
}

void paint(const Canvas& canvas, const Points& points) {
  mark(canvas, pixels(canvas.at, points.x, points.y), points.marker, points.size,
       canvas.theme.colour(points.mark.role));
}

/// What in a polar panel stands for a rectangle.
Polyline ring_sector(const Coordinates& at, double from, double to, double low, double high) {
  constexpr int steps = 90;
  Polyline outline;
  for (int i = 0; i <= steps; ++i) outline.push_back(at.pixel({from + (to - from) * i / steps, high}));
  for (int i = steps; i >= 0; --i) outline.push_back(at.pixel({from + (to - from) * i / steps, low}));
  return outline;
}

void paint(const Canvas& canvas, const Bars& bars) {
  const QColor colour = faded(canvas.theme.colour(bars.mark.role), canvas.theme.bars);
  for (std::size_t i = 0; i < bars.x.size(); ++i) {
    if (canvas.at.polar) {
      const double half = bars.width / 2;
      fill_area(canvas, ring_sector(canvas.at, bars.x[i] - half, bars.x[i] + half, bars.base, bars.y[i]),
                colour);
      continue;
    }
    if (const QRectF area = bar_area(canvas.at, bars, i); !area.isEmpty())
      canvas.painter.fillRect(area, colour);
  }
}

void paint(const Canvas& canvas, const Map& map) {
  constexpr double most_pixels = 6000;  // along a side
  const double density =
                   canvas.joined ? canvas.theme.map_density : canvas.painter.device()->devicePixelRatio(),
               longest = std::max(canvas.at.plot.width(), canvas.at.plot.height());
  canvas.painter.drawImage(canvas.at.plot, map_image(map, canvas.at, colour_table(map.colours, canvas.theme),
                                                     std::min(density, most_pixels / longest)));
}

void paint(const Canvas& canvas, const Arrows& arrows) {
  const QColor colour = canvas.theme.colour(arrows.mark.role);
  std::vector<Polyline> shafts, heads;
  for (const Arrow& arrow : arrows.arrows) {
    const QPointF tail = canvas.at.pixel(arrow.tail), tip = canvas.at.pixel(arrow.tip);
    const Polyline shaft = {tail, tip};
    for (Polyline& piece : clipped(shaft, canvas.at.plot)) shafts.push_back(std::move(piece));
    if (!arrows.heads) continue;
    if (Polyline head = arrow_head(canvas.at, arrow, canvas.theme.lines); !head.empty())
      heads.push_back(std::move(head));
  }
  stroke(canvas, shafts, colour, arrows.width, arrows.dash);
  stroke(canvas, heads, colour, arrows.width, Dash::solid);
}

void paint(const Canvas& canvas, const Polygons& polygons) {
  const QColor colour = canvas.theme.colour(polygons.mark.role);
  for (const auto& outline : polygons.outlines) {
    Polyline line = pixels(canvas.at, outline);
    if (polygons.opacity > 0) fill_area(canvas, line, faded(colour, polygons.opacity));
    if (!polygons.outlined || line.empty()) continue;
    line.push_back(line.front());
    stroke_clipped(canvas, line, colour, 1, Dash::solid);
  }
}

void paint(const Canvas& canvas, const Arcs& arcs) {
  const QColor colour = canvas.theme.colour(arcs.mark.role);
  std::vector<Polyline> lines;
  for (const Arc& arc : arcs.arcs) {
    const Polyline line = arc_line(canvas.at, arc);
    for (Polyline& piece : clipped(line, canvas.at.plot)) lines.push_back(std::move(piece));
    if (arcs.opacity <= 0) continue;
    Polyline sector = line;
    if (std::abs(arc.to - arc.from) < 2 * std::numbers::pi - 1e-9)
      sector.push_back(canvas.at.pixel(arc.centre));
    fill_area(canvas, std::move(sector), faded(colour, arcs.opacity));
  }
  stroke(canvas, lines, colour, arcs.width, arcs.dash);
}

void paint(const Canvas& canvas, const Rule& rule) {
  stroke(canvas, rule_line(canvas.at, rule), canvas.theme.colour(rule.mark.role), rule_width, rule.dash);
}

void paint(const Canvas& canvas, const Span& span) {
  const QColor colour = faded(canvas.theme.colour(span.mark.role), span_opacity);
  if (canvas.at.polar) {
    const Coordinates& at = canvas.at;
    const bool angles = span.direction == Direction::vertical;
    fill_area(canvas,
              angles ? ring_sector(at, span.low, span.high, at.y.value(0), at.y.value(at.radius))
                     : ring_sector(at, 0, 2 * std::numbers::pi, span.low, span.high),
              colour);
  } else if (const QRectF area = span_area(canvas.at, span); !area.isEmpty()) {
    canvas.painter.fillRect(area, colour);
  }
}

void paint(const Canvas&, const Note&) {}

/// A bar or span that starts below what a log axis can show starts at the axis' end.
double pixel_or_end(const AxisPixels& axis, double value) {
  const double pixel = axis.pixel(value);
  return std::isfinite(pixel) ? pixel : axis.first;
}

Polyline circle(const Coordinates& at, double radius) {
  Polyline line;
  for (int i = 0; i <= 180; ++i) line.push_back(at.pixel({std::numbers::pi * i / 90, radius}));
  return line;
}

}  // namespace

void paint_layer(const Canvas& canvas, const Layer& layer, std::span<const Polyline> curve) {
  std::visit(Overloaded{[&](const Curve& kind) { paint_curve(canvas, kind, curve); },
                        [&](const auto& kind) { paint(canvas, kind); }},
             layer);
}

std::vector<Polyline> curve_lines(const Coordinates& at, std::span<const double> x, std::span<const double> y,
                                  double tolerance) {
  std::vector<Polyline> lines;
  for (const Polyline& piece : clipped(thinned(pixels(at, x, y), at.plot.width()), at.plot))
    lines.push_back(simplified(piece, tolerance));
  return lines;
}

Polyline arc_line(const Coordinates& at, const Arc& arc) {
  const QPointF reach = at.pixel({arc.centre.x + arc.radius, arc.centre.y}) - at.pixel(arc.centre);
  const double radius = std::max(1.0, std::hypot(reach.x(), reach.y()));
  return pixels(at, arc_points(arc, radius, 0.1));
}

Polyline arrow_head(const Coordinates& at, const Arrow& arrow, double lines) {
  constexpr double barb_length = 9, barb_angle = 0.42;
  const QPointF tip = at.pixel(arrow.tip), along = tip - at.pixel(arrow.tail);
  const double length = std::hypot(along.x(), along.y());
  if (length < 1 || !at.shows(tip)) return {};
  const double size = std::min(barb_length * lines, length), direction = std::atan2(along.y(), along.x());
  const auto barb = [&](double turn) {
    return tip - size * QPointF(std::cos(direction + turn), std::sin(direction + turn));
  };
  return {barb(barb_angle), tip, barb(-barb_angle)};
}

QRectF bar_area(const Coordinates& at, const Bars& bars, std::size_t i) {
  const double left = at.x.pixel(bars.x[i] - bars.width / 2), right = at.x.pixel(bars.x[i] + bars.width / 2);
  const double base = pixel_or_end(at.y, bars.base), top = pixel_or_end(at.y, bars.y[i]);
  return QRectF(QPointF(left, top), QPointF(right, base)).normalized() & at.plot;
}

QRectF span_area(const Coordinates& at, const Span& span) {
  QRectF area = at.plot;
  if (span.direction == Direction::vertical) {
    area.setLeft(pixel_or_end(at.x, span.low));
    area.setRight(pixel_or_end(at.x, span.high));
  } else {
    area.setBottom(pixel_or_end(at.y, span.low));
    area.setTop(pixel_or_end(at.y, span.high));
  }
  return area.normalized() & at.plot;
}

std::vector<Polyline> rule_line(const Coordinates& at, const Rule& rule) {
  const QRectF& plot = at.plot;
  const bool vertical = rule.direction == Direction::vertical;
  if (at.polar) {
    if (!vertical) return clipped(circle(at, rule.at), plot);
    return {{at.centre, at.pixel({rule.at, at.y.value(at.radius)})}};
  }
  const double place = vertical ? at.x.pixel(rule.at) : at.y.pixel(rule.at);
  const Polyline line = vertical ? Polyline{{place, plot.bottom()}, {place, plot.top()}}
                                 : Polyline{{plot.left(), place}, {plot.right(), place}};
  return clipped(line, plot);
}

}  // namespace theta
