// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_labels.h"

#include "core/model/latex.h"
#include "core/write/pgf_pen.h"
#include "core/write/pgf_shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace theta {
namespace {

using Align = WordPlace::Align;

std::string node(const Text& text, Role role, const WordPlace& place, const PgfPlot& plot,
                 const std::string& font = {}) {
  const char* anchor = place.align == Align::begins ? "mid west"
                       : place.align == Align::ends ? "mid east"
                                                    : "mid";
  return std::string("\\node[theta words") + (place.over_drawing ? ",theta ground" : "") +
         ",text=" + words_colour_name(role) + ",anchor=" + anchor + font + "] at " + plot.written(place.at) +
         " {" + latex(text) + "};\n";
}

/// Just above and below a curve at stations along it, near its right end first.
std::vector<WordPlace> places_along(const std::vector<PageLine>& lines, const Text& text,
                                    const PgfType& type) {
  constexpr double steep = 7;  // millimetres of a curve under its name, which then would stand far off
  const double width = set_width(text, type), above = 0.85 * type.size;
  double left = lines.front().front().x(), right = left;
  for (const PageLine& line : lines) {
    for (const PagePoint& point : line) {
      left = std::min(left, point.x());
      right = std::max(right, point.x());
    }
  }
  std::vector<WordPlace> places;
  for (const double station : {1.0, 0.94, 0.86, 0.76, 0.66, 0.55, 0.44, 0.33, 0.22, 0.11, 0.0}) {
    const double from = left + station * std::max(right - left - width, 0.0);
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const PageLine& line : lines) {
      for (const PageLine& piece :
           clipped_line(std::span<const PagePoint>(line), Rectangle{from, from + width, -1e6, 1e6})) {
        for (const PagePoint& point : piece) {
          low = std::min(low, point.y());
          high = std::max(high, point.y());
        }
      }
    }
    if (!(high - low < steep)) continue;
    for (const double y : {high + above, low - above}) places.push_back({{from + width, y}, Align::ends});
  }
  return places;
}

/// Writes words of a panel where they find room.
class LabelWriter {
 public:
  LabelWriter(const PgfPlot& plot, PgfWords& words)
      : plot_(plot), words_(words), type_(words.type()), em_(type_.size) {}

  void write_fixed(const Layer& layer) {
    if (const Note* note = std::get_if<Note>(&layer)) write(*note);
    if (const Arrows* arrows = std::get_if<Arrows>(&layer)) write(*arrows);
  }
  void write_free(const Layer& layer) {
    if (const Arcs* arcs = std::get_if<Arcs>(&layer)) write(*arcs);
    if (const Rule* rule = std::get_if<Rule>(&layer)) write(*rule);
    if (const Span* span = std::get_if<Span>(&layer)) write(*span);
  }

  std::string take() && { return std::move(text_); }

 private:
  void put(const Text& text, Role role, std::vector<WordPlace> places) {
    put(text, role, std::move(places), type_, {});
  }
  void put(const Text& text, Role role, std::vector<WordPlace> places, const PgfType& type,
           const std::string& font) {
    std::erase_if(places, [](const WordPlace& place) { return !is_finite(place.at); });
    if (text.empty() || places.empty()) return;
    if (const auto place = words_.put(text, std::move(places), type))
      text_ += node(text, role, *place, plot_, font);
  }

  void write(const Note& note) {
    const PagePoint point = plot_.at(note.at);
    if (!is_finite(point) || !plot_.shows(point)) return;
    const double aside = 0.6 * em_, up = 1.1 * em_;
    const auto place = [&]() -> WordPlace {
      switch (note.anchor) {
        case Anchor::above:
          return {point + PagePoint(0, up)};
        case Anchor::below:
          return {point - PagePoint(0, up)};
        case Anchor::left:
          return {point - PagePoint(aside, 0), Align::ends};
        case Anchor::right:
          return {point + PagePoint(aside, 0), Align::begins};
        case Anchor::centre:
          break;
      }
      return {point};
    };
    put(note.text, note.mark.role, {place()});
  }

  /// Around a point, outwards in a direction first, then a little farther.
  static std::vector<WordPlace> around(PagePoint point, PagePoint outwards, const Text& text,
                                       const PgfType& type, double distance) {
    std::vector<WordPlace> places;
    const double direction = std::atan2(outwards.y(), outwards.x());
    for (const double far : {distance, distance + type.size}) {
      for (const double turn : {0.0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9, 3.1}) {
        const PagePoint step(std::cos(direction + turn), std::sin(direction + turn));
        const double half = std::min(set_width(text, type) / 2 / std::max(std::abs(step.x()), 1e-6),
                                     0.55 * type.size / std::max(std::abs(step.y()), 1e-6));
        places.push_back({point + step * (far + half)});
      }
    }
    return places;
  }

  void write(const Arrows& arrows) {
    PgfType symbol = type_;
    symbol.bold = true;
    const std::string font =
        ",font=" + font_command("\\bfseries\\boldmath", symbol.size / millimetres_a_point);
    for (const Arrow& arrow : arrows.arrows) {
      const PagePoint tip = plot_.at(arrow.tip);
      if (arrow.label.empty() || !is_finite(tip) || !plot_.shows(tip)) continue;
      put(arrow.label, arrows.mark.role,
          around(tip, tip - plot_.at(arrow.tail), arrow.label, symbol, 0.5 * em_), symbol, font);
    }
  }

  void write(const Arcs& arcs) {
    for (const Arc& arc : arcs.arcs) {
      if (arc.label.empty()) continue;
      const PageLine line = arc_line(plot_, arc);
      const PagePoint centre = plot_.at(arc.centre);
      std::vector<WordPlace> places;
      for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const PagePoint point = line[static_cast<std::size_t>(part * static_cast<double>(line.size() - 1))];
        places.push_back(around(point, point - centre, arc.label, type_, 0.3 * em_).front());
      }
      const PagePoint middle = line[line.size() / 2];
      for (const double distance : {em_, 2 * em_}) {
        const auto farther = around(middle, middle - centre, arc.label, type_, distance);
        places.insert(places.end(), farther.begin(), farther.end());
      }
      put(arc.label, arcs.mark.role, places);
    }
  }

  void write(const Rule& rule) {
    const std::vector<PageLine> lines = rule_line(plot_, rule);
    const Text& text = rule.note.empty() ? rule.mark.label : rule.note;
    if (lines.empty() || text.empty() || set_width(text, type_) > plot_.box().x_high) return;
    const PagePoint from = lines.front().front(), to = lines.front().back(), middle = (from + to) / 2;
    const double beside = 0.5 * em_, end = 0.7 * em_;
    std::vector<WordPlace> places;
    if (rule.direction == Direction::horizontal && !plot_.polar()) {
      for (const double up : {0.8 * em_, -0.8 * em_}) {
        places.push_back({from + PagePoint(end, up), Align::begins});
        places.push_back({to + PagePoint(-end, up), Align::ends});
        places.push_back({middle + PagePoint(0, up)});
      }
    } else {
      for (const double y :
           {std::max(from.y(), to.y()) - end, std::min(from.y(), to.y()) + end, middle.y()}) {
        places.push_back({{from.x() + beside, y}, Align::begins});
        places.push_back({{from.x() - beside, y}, Align::ends});
      }
    }
    put(text, rule.mark.role, places);
  }

  void write(const Span& span) {
    const Text& text = span.note.empty() ? span.mark.label : span.note;
    const PageLine area = plot_.shown_area(corners(span_area(plot_, span)));
    if (text.empty() || area.empty() || plot_.polar()) return;
    PagePoint least = area.front(), most = area.front();
    for (const PagePoint& corner : area) {
      least = least.cwiseMin(corner);
      most = most.cwiseMax(corner);
    }
    const double middle = (least.x() + most.x()) / 2, inset = 0.8 * em_;
    if (most.x() - least.x() < set_width(text, type_) || most.y() - least.y() < em_) return;
    std::vector<WordPlace> places;
    for (const double y : {most.y() - inset, least.y() + inset, (least.y() + most.y()) / 2}) {
      places.push_back({{middle, y}});
      places.push_back({{least.x() + 0.5 * em_, y}, Align::begins});
      places.push_back({{most.x() - 0.5 * em_, y}, Align::ends});
    }
    put(text, span.mark.role, places);
  }

  static PageLine corners(const Rectangle& area) {
    return {{area.x_low, area.y_low},
            {area.x_high, area.y_low},
            {area.x_high, area.y_high},
            {area.x_low, area.y_high}};
  }

  const PgfPlot& plot_;
  PgfWords& words_;
  PgfType type_;
  double em_;
  std::string text_;
};

}  // namespace

std::string write_labels(const std::vector<Layer>& layers, const PgfPlot& plot, PgfWords& words) {
  LabelWriter writer(plot, words);
  for (const Layer& layer : layers) writer.write_fixed(layer);
  for (const Layer& layer : layers) writer.write_free(layer);
  return std::move(writer).take();
}

std::optional<std::string> write_curve_names(const std::vector<Layer>& layers, const PgfPlot& plot,
                                             PgfWords& words) {
  PgfWords with_names = words;
  PgfType bold = words.type();
  bold.bold = true;
  const std::string font = ",font=" + font_command("\\bfseries\\boldmath", bold.size / millimetres_a_point);
  std::string text;
  for (const Layer& layer : layers) {
    const Curve* curve = std::get_if<Curve>(&layer);
    if (!curve || curve->mark.label.empty()) continue;
    const std::vector<PageLine> lines = plot.shown(curve->x, curve->y);
    if (lines.empty()) continue;
    const auto place =
        with_names.put_if_free(curve->mark.label, places_along(lines, curve->mark.label, bold), bold);
    if (!place) return {};
    text += node(curve->mark.label, curve->mark.role, *place, plot, font);
  }
  words = std::move(with_names);
  return text;
}

}  // namespace theta
