// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/label_placement.h"

#include "ui/figure/drawn_area.h"
#include "ui/figure/label_places.h"
#include "ui/figure/paint_layer.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace theta {
namespace {

class Placer {
 public:
  Placer(const Surroundings& around, const Theme& theme, const Letterings& fonts, LabelMemory& memory)
      : around_(around),
        theme_(theme),
        fonts_(fonts),
        memory_(memory),
        drawn_(drawn_area(around.panel, around.at, around.curves, around.handles)) {}

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
    std::erase_if(words_.left_out, [&](const Text& each) {
      return std::ranges::find(words_.labels, each, &PlacedLabel::words) != words_.labels.end();
    });
    return std::move(words_);
  }

 private:
  bool is_free(QPointF top_left, const SetText& text) const {
    return drawn_.is_free(QRectF(top_left, QSizeF(text.width, text.height())).adjusted(-1, 0, 1, 0));
  }

  std::optional<std::size_t> free_place(const std::string& key, const LabelPlaces& places,
                                        const SetText& text) {
    if (const auto last = memory_.places.find(key);
        last != memory_.places.end() && last->second < places.size())
      if (is_free(places[last->second], text)) return last->second;
    const auto place = std::ranges::find_if(places, [&](QPointF each) { return is_free(each, text); });
    if (place == places.end()) return {};
    const auto index = static_cast<std::size_t>(place - places.begin());
    memory_.places[key] = index;
    return index;
  }

  void take(const Text& words, const SetText& text, Role role, QPointF top_left) {
    words_.labels.push_back({.words = words, .text = text, .role = role, .top_left = top_left});
    drawn_.add_area(words_.labels.back().box().adjusted(-2, -1, 2, 1));
  }

  void leave_out(const Text& words) {
    if (std::ranges::find(words_.left_out, words) == words_.left_out.end()) words_.left_out.push_back(words);
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
  void put(const std::string& id, const Text& words, const SetText& text, Role role, LabelPlaces places) {
    if (text.empty() || places.empty()) return;
    for (QPointF& place : places) place = kept_in_plot(place, text);
    const std::string key = around_.panel.id + "/" + id;
    if (const auto free = free_place(key, places, text)) return take(words, text, role, places[*free]);
    const auto box = [&](QPointF place) { return QRectF(place, QSizeF(text.width, text.height())); };
    std::erase_if(places, [&](QPointF place) {
      return std::ranges::any_of(
          words_.labels, [&](const PlacedLabel& label) { return label.box().intersects(box(place)); });
    });
    if (places.empty()) return leave_out(words);
    const auto taken_at = [&](QPointF place) { return drawn_.taken(box(place)); };
    const QPointF best = *std::ranges::min_element(places, {}, taken_at);
    const int taken = taken_at(best);
    take(words, text, role, best);
    PlacedLabel& placed = words_.labels.back();
    placed.over_drawing = true;
    placed.hides = taken > 0;
  }

  void put_note(const Note& note) {
    if (!around_.at.shows(around_.at.pixel(note.at))) return;
    const SetText text = set_text(note.text, fonts_.label);
    const std::size_t before = words_.labels.size();
    put(note.mark.id, note.text, text, note.mark.role, places_of_note(note, around_.at, text));
    const bool meant_there = note.anchor == Anchor::centre;  // as a contour's value on its line
    if (meant_there && words_.labels.size() > before) words_.labels.back().hides = false;
  }
  void put_tips(const Arrows& arrows) {
    const double distance = arrows.heads ? 6 : handle_reach + 2;
    for (std::size_t i = 0; i < arrows.arrows.size(); ++i) {
      const Arrow& arrow = arrows.arrows[i];
      if (arrow.label.empty() || !around_.at.shows(around_.at.pixel(arrow.tip))) continue;
      const SetText text = set_text(arrow.label, fonts_.symbol);
      put(arrows.mark.id + std::to_string(i), arrow.label, text, arrows.mark.role,
          places_of_tip(arrow, around_.at, text, distance));
    }
  }
  void put_arcs(const Arcs& arcs) {
    for (std::size_t i = 0; i < arcs.arcs.size(); ++i) {
      const Arc& arc = arcs.arcs[i];
      if (arc.label.empty()) continue;
      const SetText text = set_text(arc.label, fonts_.label);
      put(arcs.mark.id + std::to_string(i), arc.label, text, arcs.mark.role,
          places_of_arc(arc, around_.at, text));
    }
  }
  void put_rule(const Rule& rule) {
    if (rule_line(around_.at, rule).empty()) return;
    const Text& words = rule.note.empty() ? rule.mark.label : rule.note;
    const SetText text = set_text(words, fonts_.label);
    if (text.width > around_.at.plot.width())
      leave_out(words);
    else
      put(rule.mark.id, words, text, rule.mark.role, places_of_rule(rule, around_.at, text));
  }
  void put_span(const Span& span) {
    const Text& words = span.note.empty() ? span.mark.label : span.note;
    const SetText text = set_text(words, fonts_.label);
    const QRectF area = span_area(around_.at, span);
    if (area.isEmpty()) return;
    if (area.width() < text.width || area.height() < text.height())
      leave_out(words);
    else
      put(span.mark.id, words, text, span.mark.role, places_of_span(span, around_.at, text));
  }

  void put_names() {
    const std::vector<Layer>& layers = around_.panel.layers;
    const bool all_in_legend = !around_.legend.above.isEmpty() || memory_.legends.contains(around_.panel.id);
    std::vector<LegendEntry> keys, entries, beside;
    for (const Layer& key : around_.panel.keys)
      if (const auto entry = legend_entry(key, fonts_)) keys.push_back(*entry);
    const Occupancy before = drawn_;
    const std::size_t labels_before = words_.labels.size();
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const auto entry = legend_entry(layers[i], fonts_);
      if (!entry) continue;
      const Curve* curve = std::get_if<Curve>(&layers[i]);
      if (!curve || all_in_legend) {
        entries.push_back(*entry);
      } else if (!around_.curves[i].empty()) {
        beside.push_back(*entry);
        const SetText name = set_text(curve->mark.label, fonts_.strong);
        const LabelPlaces places = places_along(around_.curves[i], name);
        if (const auto free = free_place(around_.panel.id + "/" + curve->mark.id, places, name))
          take(curve->mark.label, name, curve->mark.role, places[*free]);
      }
    }
    if (words_.labels.size() - labels_before < beside.size()) {  // some found no room: none stands beside
      drawn_ = before;
      words_.labels.resize(labels_before);
      entries.insert(entries.begin(), beside.begin(), beside.end());
    }
    entries.insert(entries.begin(), keys.begin(), keys.end());
    if (!entries.empty()) put_legend(std::move(entries));
  }

  void put_legend(std::vector<LegendEntry> entries) {
    words_.legend =
        place_legend(std::move(entries), around_.legend, drawn_, theme_, around_.panel.id, memory_);
    words_.legend_left_out = !words_.legend;
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
