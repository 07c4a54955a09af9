// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/drawn_area.h"

#include "core/model/overloaded.h"
#include "ui/figure/paint_layer.h"

#include <variant>

namespace theta {
namespace {

void add_clipped(Occupancy& drawn, const Coordinates& at, const Polyline& line) {
  for (const Polyline& piece : clipped(line, at.plot)) drawn.add_line(piece);
}

void add_outline(Occupancy& drawn, const Coordinates& at, const std::vector<Point>& outline) {
  Polyline line;
  for (const Point point : outline) line.push_back(at.pixel(point));
  if (!line.empty()) line.push_back(line.front());
  add_clipped(drawn, at, line);
}

void add_around(Occupancy& drawn, QPointF centre, double reach) {
  drawn.add_area(QRectF(centre, centre).adjusted(-reach, -reach, reach, reach));
}

void add_layer(Occupancy& drawn, const Coordinates& at, const Layer& layer, std::span<const Polyline> curve) {
  std::visit(Overloaded{[&](const Curve&) {
                          for (const Polyline& line : curve) drawn.add_line(line);
                        },
                        [&](const Points& points) {
                          for (std::size_t i = 0; i < points.x.size(); ++i) {
                            const QPointF centre = at.pixel({points.x[i], points.y[i]});
                            if (at.shows(centre)) add_around(drawn, centre, points.size / 2);
                          }
                        },
                        [&](const Bars& bars) {
                          for (std::size_t i = 0; i < bars.x.size(); ++i)
                            drawn.add_area(bar_area(at, bars, i));
                        },
                        [&](const Arrows& arrows) {
                          for (const Arrow& arrow : arrows.arrows)
                            add_clipped(drawn, at, {at.pixel(arrow.tail), at.pixel(arrow.tip)});
                        },
                        [&](const Polygons& polygons) {
                          for (const auto& outline : polygons.outlines) add_outline(drawn, at, outline);
                        },
                        [&](const Arcs& arcs) {
                          for (const Arc& arc : arcs.arcs) add_clipped(drawn, at, arc_line(at, arc));
                        },
                        [&](const Rule& rule) {
                          for (const Polyline& line : rule_line(at, rule)) drawn.add_line(line);
                        },
                        [](const Band&) {}, [](const Map&) {}, [](const Span&) {}, [](const Note&) {}},
             layer);
}

}  // namespace

Occupancy drawn_area(const Panel& panel, const Coordinates& at, std::span<const std::vector<Polyline>> curves,
                     std::span<const QPointF> handles) {
  Occupancy drawn(at.plot);
  for (std::size_t i = 0; i < panel.layers.size(); ++i) add_layer(drawn, at, panel.layers[i], curves[i]);
  for (const QPointF handle : handles) add_around(drawn, handle, handle_reach);
  return drawn;
}

}  // namespace theta
