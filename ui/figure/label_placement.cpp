// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/label_placement.h"

#include "core/model/overloaded.h"
#include "ui/figure/occupancy.h"
#include "ui/figure/paint_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace theta {
namespace {

constexpr double label_gap = 4, handle_reach = 10;

using Places = std::vector<QPointF>;  // of a box's top left corner, the best first

QPointF centred(QPointF middle, const SetText& text) {
  return middle - QPointF(text.width, text.height()) / 2;
}

/// Around a point, outwards in a direction first.
Places places_around(QPointF point, QPointF outwards, const SetText& text, double distance) {
  Places places;
  const double direction = std::atan2(outwards.y(), outwards.x());
  for (const double turn : {0.0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9, 3.1}) {
    const double angle = direction + turn;
    const QPointF step(std::cos(angle), std::sin(angle));
    const double half = std::min(text.width / 2 / std::max(std::abs(step.x()), 1e-6),
                                 text.height() / 2 / std::max(std::abs(step.y()), 1e-6));
    places.push_back(centred(point + step * (distance + half), text));
  }
  return places;
}

/// Just above and below a curve at stations along it, near its right end first.
Places places_along(std::span<const Polyline> lines, const SetText& text) {
  constexpr std::array stations = {1.0, 0.94, 0.86, 0.76, 0.66, 0.55, 0.44, 0.33, 0.22, 0.11, 0.0};
  double left = std::numeric_limits<double>::infinity(), right = -left;
  for (const Polyline& line : lines) {
    for (const QPointF point : line) {
      left = std::min(left, point.x());
      right = std::max(right, point.x());
    }
  }
  Places places;
  for (const double station : stations) {
    const double from = left + station * std::max(right - left - text.width, 0.0), to = from + text.width;
    double top = std::numeric_limits<double>::infinity(), bottom = -top;
    for (const Polyline& line : lines) {
      for (const Polyline& piece : clipped(line, QRectF(from, -1e6, text.width, 2e6))) {
        for (const QPointF point : piece) {
          top = std::min(top, point.y());
          bottom = std::max(bottom, point.y());
        }
      }
    }
    if (!(bottom - top < 28)) continue;  // so steep that the name would stand far off
    places.emplace_back(to - text.width, top - label_gap - text.height());
    places.emplace_back(to - text.width, bottom + label_gap);
  }
  return places;
}

Places places_of_rule(const Rule& rule, const Coordinates& at, const SetText& text) {
  const QRectF& plot = at.plot;
  Places places;
  if (rule.direction == Direction::horizontal) {
    const double y = at.y.pixel(rule.at);
    for (const double left :
         {plot.left() + 8, plot.right() - 8 - text.width, plot.center().x() - text.width / 2}) {
      places.emplace_back(left, y - label_gap - text.height());
      places.emplace_back(left, y + label_gap);
    }
  } else {
    const double x = at.x.pixel(rule.at);
    for (const double top : {plot.top() + 4, plot.bottom() - 4 - text.height(), plot.center().y()}) {
      places.emplace_back(x + label_gap + 1, top);
      places.emplace_back(x - label_gap - 1 - text.width, top);
    }
  }
  return places;
}

Places places_of_span(const Span& span, const Coordinates& at, const SetText& text) {
  const QRectF area = span_area(at, span);
  Places places;
  for (const double top :
       {area.top() + 5, area.bottom() - 5 - text.height(), area.center().y() - text.height() / 2})
    for (const double left :
         {area.center().x() - text.width / 2, area.left() + 6, area.right() - 6 - text.width})
      places.emplace_back(left, top);
  return places;
}

Places places_of_note(const Note& note, const Coordinates& at, const SetText& text) {
  const QPointF point = at.pixel(note.at);
  constexpr double distance = 7;
  switch (note.anchor) {
    case Anchor::above:
      return {centred(point - QPointF(0, distance + text.height() / 2), text)};
    case Anchor::below:
      return {centred(point + QPointF(0, distance + text.height() / 2), text)};
    case Anchor::left:
      return {centred(point - QPointF(distance + text.width / 2, 0), text)};
    case Anchor::right:
      return {centred(point + QPointF(distance + text.width / 2, 0), text)};
    case Anchor::centre:
      break;
  }
  return {centred(point, text)};
}

class Placer {
 public:
  Placer(const Surroundings& around, const Theme& theme, const Letterings& fonts, LabelMemory& memory)
      : around_(around), theme_(theme), fonts_(fonts), memory_(memory), drawn_(around.at.plot) {
    for (std::size_t i = 0; i < around.panel.layers.size(); ++i)
      add(around.panel.layers[i], around.curves[i]);
    for (const QPointF handle : around.handles)
      drawn_.add_area(
          QRectF(handle, handle).adjusted(-handle_reach, -handle_reach, handle_reach, handle_reach));
  }

  PanelWords place() {
    for (const Layer& layer : around_.panel.layers) {
      if (const Note* note = std::get_if<Note>(&layer)) put_note(*note);
      if (const Arrows* arrows = std::get_if<Arrows>(&layer)) put_tips(*arrows);
    }
    for (const Layer& layer : around_.panel.layers) {
      if (const Arcs* arcs = std::get_if<Arcs>(&layer)) put_arcs(*arcs);
      if (const Rule* rule = std::get_if<Rule>(&layer)) put_rule(*rule);
      if (const Span* span = std::get_if<Span>(&layer)) put_span(*span);
    }
    put_names();
    return std::move(words_);
  }

 private:
  /// Marks where a layer has drawn.
  void add(const Layer& layer, std::span<const Polyline> curve) {
    const Coordinates& at = around_.at;
    const auto add_marker = [&](double x, double y, double size) {
      const QPointF centre = at.pixel({x, y});
      if (at.shows(centre))
        drawn_.add_area(QRectF(centre, centre).adjusted(-size / 2, -size / 2, size / 2, size / 2));
    };
    std::visit(Overloaded{[&](const Curve&) {
                            for (const Polyline& line : curve) drawn_.add_line(line);
                          },
                          [&](const Points& points) {
                            for (std::size_t i = 0; i < points.x.size(); ++i)
                              add_marker(points.x[i], points.y[i], points.size);
                          },
                          [&](const Bars& bars) {
                            for (std::size_t i = 0; i < bars.x.size(); ++i)
                              drawn_.add_area(bar_area(at, bars, i));
                          },
                          [&](const Arrows& arrows) {
                            for (const Arrow& arrow : arrows.arrows)
                              add_clipped({at.pixel(arrow.tail), at.pixel(arrow.tip)});
                          },
                          [&](const Polygons& polygons) {
                            for (const auto& outline : polygons.outlines) add_outline(outline);
                          },
                          [&](const Arcs& arcs) {
                            for (const Arc& arc : arcs.arcs) add_clipped(arc_line(at, arc));
                          },
                          [&](const Rule& rule) {
                            for (const Polyline& line : rule_line(at, rule)) drawn_.add_line(line);
                          },
                          [](const Band&) {}, [](const Map&) {}, [](const Span&) {}, [](const Note&) {}},
               layer);
  }
  void add_clipped(const Polyline& line) {
    for (const Polyline& piece : clipped(line, around_.at.plot)) drawn_.add_line(piece);
  }
  void add_outline(const std::vector<Point>& outline) {
    Polyline line;
    for (const Point point : outline) line.push_back(around_.at.pixel(point));
    if (!line.empty()) line.push_back(line.front());
    add_clipped(line);
  }

  bool is_free(QPointF top_left, const SetText& text) const {
    return drawn_.is_free(QRectF(top_left, QSizeF(text.width, text.height())).adjusted(-1, 0, 1, 0));
  }

  std::optional<std::size_t> free_place(const std::string& key, const Places& places, const SetText& text) {
    if (const auto last = memory_.places.find(key);
        last != memory_.places.end() && last->second < places.size())
      if (is_free(places[last->second], text)) return last->second;
    const auto place = std::ranges::find_if(places, [&](QPointF each) { return is_free(each, text); });
    if (place == places.end()) return {};
    const auto index = static_cast<std::size_t>(place - places.begin());
    memory_.places[key] = index;
    return index;
  }

  void take(const SetText& text, Role role, QPointF top_left) {
    words_.labels.push_back({text, role, top_left, false});
    drawn_.add_area(words_.labels.back().box().adjusted(-2, -1, 2, 1));
  }

  QPointF kept_in_plot(QPointF top_left, const SetText& text) const {
    const QRectF& plot = around_.at.plot;
    return {
        std::clamp(top_left.x(), plot.left() + 1, std::max(plot.left() + 1, plot.right() - text.width - 1)),
        std::clamp(top_left.y(), plot.top() + 1,
                   std::max(plot.top() + 1, plot.bottom() - text.height() - 1))};
  }

  /// Words that are to stand somewhere: where they cover least of what is drawn, if nothing is free, but
  /// never over other words; they go rather than that.
  void put(const std::string& id, const SetText& text, Role role, Places places) {
    if (text.empty() || places.empty()) return;
    for (QPointF& place : places) place = kept_in_plot(place, text);
    const std::string key = around_.panel.id + "/" + id;
    if (const auto free = free_place(key, places, text)) return take(text, role, places[*free]);
    const auto box = [&](QPointF place) { return QRectF(place, QSizeF(text.width, text.height())); };
    std::erase_if(places, [&](QPointF place) {
      return std::ranges::any_of(
          words_.labels, [&](const PlacedLabel& label) { return label.box().intersects(box(place)); });
    });
    if (places.empty()) return;
    take(text, role,
         *std::ranges::min_element(places, {}, [&](QPointF place) { return drawn_.taken(box(place)); }));
    words_.labels.back().over_drawing = true;
  }

  void put_note(const Note& note) {
    if (!around_.at.shows(around_.at.pixel(note.at))) return;
    const SetText text = set_text(note.text, fonts_.label);
    put(note.mark.id, text, note.mark.role, places_of_note(note, around_.at, text));
  }
  void put_tips(const Arrows& arrows) {
    for (std::size_t i = 0; i < arrows.arrows.size(); ++i) {
      const Arrow& arrow = arrows.arrows[i];
      const QPointF tip = around_.at.pixel(arrow.tip);
      if (arrow.label.empty() || !around_.at.shows(tip)) continue;
      const SetText text = set_text(arrow.label, fonts_.symbol);
      const double distance = arrows.heads ? 6 : handle_reach + 2;
      const QPointF along = tip - around_.at.pixel(arrow.tail);
      Places places = places_around(tip, along, text, distance);
      const Places farther = places_around(tip, along, text, distance + 14);
      places.insert(places.end(), farther.begin(), farther.end());
      put(arrows.mark.id + std::to_string(i), text, arrows.mark.role, std::move(places));
    }
  }
  void put_arcs(const Arcs& arcs) {
    for (std::size_t i = 0; i < arcs.arcs.size(); ++i) {
      const Arc& arc = arcs.arcs[i];
      if (arc.label.empty()) continue;
      const SetText text = set_text(arc.label, fonts_.label);
      const Polyline line = arc_line(around_.at, arc);
      const QPointF centre = around_.at.pixel(arc.centre);
      Places places;
      for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const QPointF point = line[static_cast<std::size_t>(part * static_cast<double>(line.size() - 1))];
        places.push_back(places_around(point, point - centre, text, label_gap).front());
      }
      const QPointF middle = line[line.size() / 2];
      for (const double distance : {6 * label_gap, 12 * label_gap}) {
        const Places farther = places_around(middle, middle - centre, text, distance);
        places.insert(places.end(), farther.begin(), farther.begin() + 5);
      }
      put(arcs.mark.id + std::to_string(i), text, arcs.mark.role, places);
    }
  }
  void put_rule(const Rule& rule) {
    if (rule_line(around_.at, rule).empty()) return;
    const SetText text = set_text(rule.note.empty() ? rule.mark.label : rule.note, fonts_.label);
    if (text.width > around_.at.plot.width()) return;
    put(rule.mark.id, text, rule.mark.role, places_of_rule(rule, around_.at, text));
  }
  void put_span(const Span& span) {
    const SetText text = set_text(span.note.empty() ? span.mark.label : span.note, fonts_.label);
    if (span_area(around_.at, span).width() < text.width ||
        span_area(around_.at, span).height() < text.height())
      return;
    put(span.mark.id, text, span.mark.role, places_of_span(span, around_.at, text));
  }

  void put_names() {
    const std::vector<Layer>& layers = around_.panel.layers;
    std::vector<LegendEntry> keys, entries, beside;
    std::vector<PlacedLabel> names;
    for (const Layer& key : around_.panel.keys)
      if (const auto entry = legend_entry(key, fonts_)) keys.push_back(*entry);
    const Occupancy before = drawn_;
    const std::size_t labels_before = words_.labels.size();
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const auto entry = legend_entry(layers[i], fonts_);
      if (!entry) continue;
      const Curve* curve = std::get_if<Curve>(&layers[i]);
      if (!curve || !around_.legend_room.isEmpty()) {
        entries.push_back(*entry);
      } else if (!around_.curves[i].empty()) {
        beside.push_back(*entry);
        const SetText name = set_text(curve->mark.label, fonts_.strong);
        const Places places = places_along(around_.curves[i], name);
        if (const auto free = free_place(around_.panel.id + "/" + curve->mark.id, places, name)) {
          take(name, curve->mark.role, places[*free]);
          names.push_back(words_.labels.back());
        }
      }
    }
    if (names.size() < beside.size()) {  // some names found no room: none stands beside its curve
      drawn_ = before;
      words_.labels.resize(labels_before);
      entries.insert(entries.begin(), beside.begin(), beside.end());
    }
    entries.insert(entries.begin(), keys.begin(), keys.end());
    if (!entries.empty()) put_legend(std::move(entries));
  }

  void put_legend(std::vector<LegendEntry> entries) {
    Legend row{.entries = std::move(entries), .boxed = false, .top_left = {}};
    row.columns = row.entries.size();
    if (!around_.legend_room.isEmpty()) {
      fit_columns(row, around_.legend_room.width(), theme_);
      row.top_left = around_.legend_room.topLeft();
      words_.legend = std::move(row);
      return;
    }
    const QSizeF size = legend_size(row, theme_);
    words_.over_hint = size.width() > around_.title_row.width();
    const QRectF room = around_.title_row.adjusted(0, 0, words_.over_hint ? around_.hint_width : 0, 0);
    if (size.width() <= room.width()) {
      row.top_left = QPointF(room.right() - size.width(), room.center().y() - size.height() / 2);
      words_.legend = std::move(row);
    } else {
      words_.over_hint = false;
      put_legend_in_plot(std::move(row.entries));
    }
  }

  /// In one column or more, where it covers least; where it stood last as long as no place is better. Where
  /// the plot is too small for it there is none: it would cover what stands beside.
  void put_legend_in_plot(std::vector<LegendEntry> entries) {
    Legend legend{.entries = std::move(entries), .top_left = {}};
    const Occupancy::Sums drawn(drawn_);
    const std::string key = around_.panel.id + "/legend";
    const auto last = memory_.places.find(key);
    std::size_t place = 0, best_place = 0, best_columns = 1;
    int least = std::numeric_limits<int>::max();
    for (std::size_t columns = 1; columns <= legend.entries.size(); columns *= 2) {
      legend.columns = columns;
      const QSizeF box = legend_size(legend, theme_);
      if (box.width() > around_.at.plot.width() || box.height() > around_.at.plot.height()) {
        place += legend_places(box).size();
        continue;
      }
      for (const QPointF& corner : legend_places(box)) {
        const bool was_last = last != memory_.places.end() && last->second == place;
        const int covered = 2 * drawn.taken(QRectF(corner, box)) - (was_last ? 1 : 0);
        if (covered < least) {
          least = covered;
          best_place = place;
          best_columns = columns;
          legend.top_left = corner;
        }
        ++place;
      }
    }
    if (least == std::numeric_limits<int>::max()) return;
    memory_.places[key] = best_place;
    legend.columns = best_columns;
    words_.legend = std::move(legend);
  }

  /// Where a box may stand in the plot: corners first, then the borders' and the rest of a grid.
  Places legend_places(QSizeF box) const {
    constexpr int steps = 8;
    const QRectF room = around_.at.plot.adjusted(6, 6, -6 - box.width(), -6 - box.height());
    Places places = {room.topRight(), room.topLeft(), room.bottomRight(), room.bottomLeft()};
    for (int row = 0; row <= steps; ++row) {
      for (int column = 0; column <= steps; ++column)
        places.emplace_back(room.left() + room.width() * column / steps,
                            room.top() + room.height() * row / steps);
    }
    return places;
  }

  const Surroundings& around_;
  const Theme& theme_;
  const Letterings& fonts_;
  LabelMemory& memory_;
  Occupancy drawn_;
  PanelWords words_;
};

}  // namespace

PanelWords place_words(const Surroundings& around, const Theme& theme, const Letterings& fonts,
                       LabelMemory& memory) {
  return Placer(around, theme, fonts, memory).place();
}

}  // namespace theta
