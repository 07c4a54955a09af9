// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_layers.h"

#include "core/model/marks_of_curve.h"
#include "core/model/overloaded.h"
#include "core/write/pgf_pen.h"
#include "core/write/pgf_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

namespace theta {
namespace {

constexpr double thinnest = 0.05, chord = 0.01;  // columns and deviation of a thinned line, in millimetres
constexpr double rule_width = 1.2, outline_width = 1, span_opacity = 0.08;

/// Collects the statements of one panel's axis.
class LayerWriter {
 public:
  LayerWriter(const PgfPlot& plot, const PgfStyle& style, PgfWords& words)
      : plot_(plot), style_(style), words_(words) {}

  void write(const Curve& curve) {
    const std::vector<PageLine> pieces = thinned(plot_.shown(curve.x, curve.y));
    if (pieces.empty()) return;
    std::string coordinates;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i > 0) coordinates += "\n(nan,nan)";
      append(coordinates, pieces[i]);
    }
    text_ += "\\addplot[" + line_options(curve.mark.role, curve.width, curve.dash, style_) +
             "] coordinates {" + coordinates + "\n};\n";
    if (curve.marker == Marker::none) return;
    const PageLine places = places_of(curve.x, curve.y);
    const double pixel = points_a_pixel * style_.line_width * millimetres_a_point;
    mark(curve.mark.role, marks_of_curve(curve.marker, std::span<const PagePoint>(places), pixel),
         curve.marker, mark_size(curve));
  }

  void write(const Band& band) {
    PageLine outline, below;
    const auto fill_stretch = [&] {
      outline.insert(outline.end(), below.rbegin(), below.rend());
      fill(outline, band.mark.role, band.opacity);
      outline.clear();
      below.clear();
    };
    for (std::size_t i = 0; i < band.x.size(); ++i) {
      const PagePoint low = plot_.at({band.x[i], band.low[i]}), high = plot_.at({band.x[i], band.high[i]});
      if (is_finite(low) && is_finite(high)) {
        outline.push_back(high);
        below.push_back(low);
      } else {
        fill_stretch();
      }
    }
    fill_stretch();
  }

  void write(const Points& points) {
    mark(points.mark.role, places_of(points.x, points.y), points.marker, points.size);
  }

  void write(const Bars& bars) {
    std::string rectangles;
    for (std::size_t i = 0; i < bars.x.size(); ++i) {
      const double left = bars.x[i] - bars.width / 2, right = bars.x[i] + bars.width / 2;
      if (plot_.polar()) {
        fill(ring_sector(plot_, left, right, bars.base, bars.y[i]), bars.mark.role, style_.bars);
        continue;
      }
      add_rectangle(rectangles, {plot_.x().place(left), plot_.x().place(right),
                                 place_or_end(plot_.y(), bars.base), place_or_end(plot_.y(), bars.y[i])});
    }
    if (!rectangles.empty())
      text_ += "\\path[" + area_options(bars.mark.role, style_.bars) + "]" + rectangles + ";\n";
  }

  void write(const Map&) {}

  void write(const Arrows& arrows) {
    std::vector<PageLine> headless;
    for (const Arrow& arrow : arrows.arrows) {
      const PagePoint tip = plot_.at(arrow.tip);
      for (const PageLine& piece : plot_.shown(PageLine{plot_.at(arrow.tail), tip})) {
        const bool head = arrows.heads && plot_.shows(tip) && (piece.back() - piece.front()).norm() > 0.3;
        if (head)
          stroke({piece}, line_options(arrows.mark.role, arrows.width, arrows.dash, style_) + ",->");
        else
          headless.push_back(piece);
      }
    }
    stroke(headless, line_options(arrows.mark.role, arrows.width, arrows.dash, style_));
  }

  void write(const Polygons& polygons) {
    std::vector<PageLine> lines;
    for (const std::vector<Point>& outline : polygons.outlines) {
      PageLine line;
      for (const Point point : outline) line.push_back(plot_.at(point));
      if (polygons.opacity > 0) fill(line, polygons.mark.role, polygons.opacity);
      if (line.empty()) continue;
      line.push_back(line.front());
      for (PageLine& piece : plot_.shown(line)) lines.push_back(std::move(piece));
    }
    if (polygons.outlined)
      stroke(lines, line_options(polygons.mark.role, outline_width, Dash::solid, style_));
  }

  void write(const Arcs& arcs) {
    std::vector<PageLine> lines;
    for (const Arc& arc : arcs.arcs) {
      PageLine line = arc_line(plot_, arc);
      for (PageLine& piece : plot_.shown(line)) lines.push_back(std::move(piece));
      if (arcs.opacity <= 0) continue;
      if (std::abs(arc.to - arc.from) < 2 * std::numbers::pi - 1e-9) line.push_back(plot_.at(arc.centre));
      fill(std::move(line), arcs.mark.role, arcs.opacity);
    }
    stroke(lines, line_options(arcs.mark.role, arcs.width, arcs.dash, style_));
  }

  void write(const Rule& rule) {
    stroke(rule_line(plot_, rule), line_options(rule.mark.role, rule_width, rule.dash, style_));
  }

  void write(const Span& span) {
    const Rectangle values = plot_.values();
    const bool upright = span.direction == Direction::vertical;
    if (plot_.polar()) {
      fill(upright ? ring_sector(plot_, span.low, span.high, values.y_low, values.y_high)
                   : ring_sector(plot_, 0, 2 * std::numbers::pi, span.low, span.high),
           span.mark.role, span_opacity);
      return;
    }
    std::string rectangle;
    add_rectangle(rectangle, span_area(plot_, span), false);
    if (!rectangle.empty())
      text_ += "\\path[" + area_options(span.mark.role, span_opacity) + "]" + rectangle + ";\n";
  }

  void write(const Note&) {}

  std::string take() && { return std::move(text_); }

 private:
  static void append(std::string& text, const PageLine& line, const PgfPlot& plot, const char* between) {
    std::size_t line_start = text.rfind('\n');
    if (line_start == text.npos) line_start = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (i > 0) text += between;
      if (text.size() - line_start > 100) {
        line_start = text.size();
        text += '\n';
      }
      text += plot.written(line[i]);
    }
  }
  void append(std::string& text, const PageLine& line) {
    text += '\n';
    append(text, line, plot_, " ");
    words_.add_ink(line);
  }

  static std::vector<PageLine> thinned(std::vector<PageLine> pieces) {
    for (PageLine& piece : pieces) {
      const double columns = std::max(1.0, (piece.back().x() - piece.front().x()) / thinnest);
      const PageLine fewer = thinned_line(std::move(piece), columns, thinnest);
      piece = simplified_line(std::span<const PagePoint>(fewer), chord);
    }
    return pieces;
  }

  void stroke(const std::vector<PageLine>& lines, const std::string& options) {
    if (lines.empty()) return;
    text_ += "\\draw[" + options + "]";
    for (const PageLine& line : lines) {
      text_ += '\n';
      append(text_, line, plot_, "--");
      words_.add_ink(line);
    }
    text_ += ";\n";
  }

  void fill(PageLine outline, Role role, double opacity) {
    std::erase_if(outline, [](const PagePoint& point) { return !is_finite(point); });
    const PageLine whole = plot_.shown_area(std::move(outline));
    const PageLine visible = simplified_line(std::span<const PagePoint>(whole), chord);
    if (visible.size() < 3) return;
    text_ += "\\path[" + area_options(role, opacity) + "]\n";
    append(text_, visible, plot_, "--");
    text_ += "--cycle;\n";
  }

  /// A rectangle of the page whose ends may be given in any order.
  void add_rectangle(std::string& text, Rectangle area, bool is_ink = true) {
    const Rectangle box = plot_.box();
    const auto range = [](double a, double b, double low, double high) {
      return std::pair{std::clamp(std::min(a, b), low, high), std::clamp(std::max(a, b), low, high)};
    };
    const auto [left, right] = range(area.x_low, area.x_high, box.x_low, box.x_high);
    const auto [bottom, top] = range(area.y_low, area.y_high, box.y_low, box.y_high);
    if (!(left < right && bottom < top)) return;
    text += "\n" + plot_.written({left, bottom}) + " rectangle " + plot_.written({right, top});
    if (!is_ink) return;
    for (double y = bottom; y <= top; ++y) words_.add_ink(PageLine{{left, y}, {right, y}});
  }

  PageLine places_of(const std::vector<double>& xs, const std::vector<double>& ys) const {
    PageLine places;
    for (std::size_t i = 0; i < xs.size(); ++i) places.push_back(plot_.at({xs[i], ys[i]}));
    return places;
  }

  void mark(Role role, const PageLine& points, Marker marker, double size) {
    if (marker == Marker::none) return;
    constexpr double same_place = 0.1;  // millimetres: of many marks there, one is seen
    std::set<std::pair<long, long>> taken;
    PageLine places;
    for (const PagePoint& place : points) {
      if (!is_finite(place) || !plot_.shows(place)) continue;
      words_.add_ink(place);
      if (taken.emplace(std::lround(place.x() / same_place), std::lround(place.y() / same_place)).second)
        places.push_back(place);
    }
    if (places.empty()) return;
    text_ += "\\addplot[" + marker_options(role, marker, size, style_) + "] coordinates {\n";
    append(text_, places, plot_, " ");
    text_ += "\n};\n";
  }

  const PgfPlot& plot_;
  const PgfStyle& style_;
  PgfWords& words_;
  std::string text_;
};

}  // namespace

std::string write_layers(const std::vector<Layer>& layers, const PgfPlot& plot, const PgfStyle& style,
                         PgfWords& words) {
  LayerWriter writer(plot, style, words);
  for (const Layer& layer : layers) std::visit([&](const auto& kind) { writer.write(kind); }, layer);
  return std::move(writer).take();
}

std::string legend_sample(const Layer& layer, const PgfStyle& style) {
  const Role role = mark_of(layer).role;
  const auto area = [&](double opacity) {
    return "area legend," + area_options(role, std::max(opacity, 0.15));
  };
  return std::visit(
      Overloaded{
          [&](const Curve& curve) {
            const std::string line = line_options(role, curve.width, curve.dash, style);
            if (curve.marker == Marker::none) return line;
            const std::string marker = marker_options(role, curve.marker, mark_size(curve), style);
            return line + marker.substr(marker.find(','));  // without "only marks"
          },
          [&](const Band& band) { return area(band.opacity); },
          [&](const Points& points) { return marker_options(role, points.marker, points.size, style); },
          [&](const Bars&) { return area(style.bars); }, [](const Map&) { return std::string(); },
          [&](const Arrows& arrows) { return line_options(role, arrows.width, arrows.dash, style); },
          [&](const Polygons& polygons) { return area(polygons.opacity); },
          [&](const Arcs& arcs) { return line_options(role, arcs.width, arcs.dash, style); },
          [](const Rule&) { return std::string(); }, [](const Span&) { return std::string(); },
          [](const Note&) { return std::string(); }},
      layer);
}

}  // namespace theta
