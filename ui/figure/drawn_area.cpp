// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/drawn_area.h"

#include "core/model/marks_of_curve.h"
#include "core/model/overloaded.h"
#include "ui/figure/paint_layer.h"

#include <utility>
#include <variant>

namespace theta {
namespace {

class DrawnArea {
 public:
  /// `lines`: the theme's.
  DrawnArea(const Coordinates& at, double lines) : at_(at), lines_(lines), drawn_(at.plot) {}

  void add(const Layer& layer, std::span<const Polyline> curve) {
    std::visit(Overloaded{[&](const Curve& kind) {
                            for (const Polyline& line : curve) drawn_.add_line(line);
                            add_marks(kind);
                          },
                          [&](const auto& kind) { add(kind); }},
               layer);
  }

  void add_axes(Frame frame) {
    if (frame != Frame::cross) return;
    const QRectF& plot = at_.plot;
    const QPointF origin = at_.pixel({0, 0});
    add_clipped({{plot.left(), origin.y()}, {plot.right(), origin.y()}}, Drawn::guide);
    add_clipped({{origin.x(), plot.top()}, {origin.x(), plot.bottom()}}, Drawn::guide);
  }

  void add_around(QPointF centre, double reach) {
    drawn_.add_area(QRectF(centre, centre).adjusted(-reach, -reach, reach, reach));
  }

  Occupancy drawn() && { return std::move(drawn_); }

 private:
  /// Muted shapes are there to be compared with.
  static Drawn kind_of(const Mark& mark) { return mark.role == Role::muted ? Drawn::guide : Drawn::data; }

  void add_clipped(const Polyline& line, Drawn kind) {
    for (const Polyline& piece : clipped(line, at_.plot)) drawn_.add_line(piece, kind);
  }
  void add_mark(QPointF centre, Marker marker, double size) {
    const double reach = marker == Marker::disc ? 0.5 : 0.7;  // corners stand out
    if (at_.shows(centre)) add_around(centre, reach * size * lines_);
  }

  void add_marks(const Curve& curve) {
    if (curve.marker == Marker::none) return;
    Polyline points;
    for (std::size_t i = 0; i < curve.x.size(); ++i) points.push_back(at_.pixel({curve.x[i], curve.y[i]}));
    for (const QPointF centre : marks_of_curve(curve.marker, std::span<const QPointF>(points), lines_))
      add_mark(centre, curve.marker, mark_size(curve));
  }
  void add(const Points& points) {
    for (std::size_t i = 0; i < points.x.size(); ++i)
      add_mark(at_.pixel({points.x[i], points.y[i]}), points.marker, points.size);
  }
  void add(const Bars& bars) {
    for (std::size_t i = 0; i < bars.x.size(); ++i) drawn_.add_area(bar_area(at_, bars, i));
  }
  void add(const Arrows& arrows) {
    for (const Arrow& arrow : arrows.arrows) {
      add_clipped({at_.pixel(arrow.tail), at_.pixel(arrow.tip)}, kind_of(arrows.mark));
      if (arrows.heads) add_clipped(arrow_head(at_, arrow, lines_), kind_of(arrows.mark));
    }
  }
  void add(const Polygons& polygons) {
    for (const std::vector<Point>& outline : polygons.outlines) {
      Polyline line;
      for (const Point point : outline) line.push_back(at_.pixel(point));
      if (!line.empty()) line.push_back(line.front());
      add_clipped(line, kind_of(polygons.mark));
    }
  }
  void add(const Arcs& arcs) {
    for (const Arc& arc : arcs.arcs) add_clipped(arc_line(at_, arc), kind_of(arcs.mark));
  }
  void add(const Rule& rule) {
    for (const Polyline& line : rule_line(at_, rule)) drawn_.add_line(line, Drawn::guide);
  }
  static void add(const Band&) {}
  static void add(const Map&) {}
  static void add(const Span&) {}
  static void add(const Note&) {}

  const Coordinates& at_;
  double lines_;
  Occupancy drawn_;
};

}  // namespace

Occupancy drawn_area(const Panel& panel, const Coordinates& at, std::span<const std::vector<Polyline>> curves,
                     std::span<const QPointF> handles, double lines) {
  DrawnArea area(at, lines);
  for (std::size_t i = 0; i < panel.layers.size(); ++i) area.add(panel.layers[i], curves[i]);
  area.add_axes(panel.frame);
  for (const QPointF handle : handles) area.add_around(handle, handle_reach);
  return std::move(area).drawn();
}

}  // namespace theta
