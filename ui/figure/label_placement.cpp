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
        drawn_(drawn_area(around.panel, around.at, around.curves, around.handles, theme.lines)) {}

  PanelWords place() {
    for (const Layer& layer : around_.panel.layers) {
      if (const Note* note = std::get_if<Note>(&layer)) put_note(*note);
      if (const Arrows* arrows = std::get_if<Arrows>(&layer)) put_tips(*arrows);
    }
    for (const Layer& layer : around_.panel.layers) {
      if (const Arcs* arcs = std::get_if<Arcs>(&layer)) put_arcs(*arcs);
      if (const Rule* rule = std::get_if<Rule>(&layer)) put_rule(*rule);
    }
    for (const Layer& layer : around_.panel.layers) {  // in their areas they have more places than a line has
      if (const Span* span = std::get_if<Span>(&layer)) put_span(*span);
    }
    std::vector<LegendEntry> entries = put_names();
    std::erase_if(crowded_, [&](const Crowded& each) { return is_placed(each.words); });
    move_to_legend(entries);
    put_crowded();
    if (!entries.empty()) put_legend(std::move(entries));
    std::erase_if(words_.left_out, [&](const Text& each) { return is_placed(each); });
    return std::move(words_);
  }

 private:
  struct Choice {
    LabelPlace place;
    Occupancy::Cover covered;
  };

  static QRectF box_at(const LabelPlace& place, const SetText& text) {
    return {place.top_left, QSizeF(text.width, text.height())};
  }

  /// Words that find no place but over what is drawn, or none at all.
  struct Crowded {
    std::string id;
    Text words;
    SetText text;
    Role role;
    LabelPlaces places;
    LegendEntry entry;                  ///< what a legend shows in their stead
    std::optional<Choice> choice = {};  ///< where they stand if no legend does; other words keep clear of it
    QRectF box() const { return choice ? box_at(choice->place, text) : QRectF(); }
  };

  /// The place with the lowest rank unless it covers more than a place of a higher one does. Few squares more
  /// or less do not change that, so that words stay where they are while the drawing moves a little; last
  /// time's place stays longer.
  std::optional<Choice> best_place(const std::string& key, const LabelPlaces& places, const SetText& text,
                                   auto&& may_cover) {
    constexpr std::size_t guide_weight = 1, data_weight = 4, reluctance = 8, far_more = 1'000'000;
    const std::size_t lasting = memory_.settled ? far_more : reluctance;
    const auto last = memory_.places.find(key);
    std::optional<Choice> best;
    std::size_t lowest = 0;
    for (const LabelPlace& place : places) {
      const QRectF box = box_at(place, text);
      const Occupancy::Cover covered = drawn_.covered(box.adjusted(-1, 0, 1, 0));
      if (!may_cover(box, covered)) continue;
      const bool was_last = last != memory_.places.end() && last->second == place.rank;
      const std::size_t cost = place.rank + guide_weight * static_cast<std::size_t>(covered.guides) +
                               data_weight * static_cast<std::size_t>(covered.data) +
                               (was_last ? 0 : lasting);
      if (best && cost >= lowest) continue;
      best = Choice{place, covered};
      lowest = cost;
    }
    if (best) memory_.places[key] = best->place.rank;
    return best;
  }

  /// Letters leave the edges of their box free.
  bool hides_data(const QRectF& box) const {
    constexpr double blank = 2;
    return drawn_.covered(box.adjusted(blank, blank, -blank, -blank)).data > 0;
  }

  void take(const Text& words, const SetText& text, Role role, const Choice& choice) {
    const QRectF box = box_at(choice.place, text);
    words_.labels.push_back({.words = words,
                             .text = text,
                             .role = role,
                             .top_left = box.topLeft(),
                             .over_drawing = choice.covered.guides + choice.covered.data > 0,
                             .hides = hides_data(box)});
    drawn_.add_area(box.adjusted(-2, -1, 2, 1));
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

  bool covers_words(const QRectF& box) const {
    const auto lies_there = [&](const auto& label) { return label.box().intersects(box); };
    return std::ranges::any_of(words_.labels, lies_there) || std::ranges::any_of(crowded_, lies_there);
  }

  bool is_placed(const Text& words) const {
    return std::ranges::find(words_.labels, words, &PlacedLabel::words) != words_.labels.end();
  }

  std::optional<Choice> place_beside_words(const std::string& id, const SetText& text, LabelPlaces places) {
    for (LabelPlace& place : places) place.top_left = kept_in_plot(place.top_left, text);
    const auto may_cover = [&](const QRectF& box, Occupancy::Cover) { return !covers_words(box); };
    return best_place(around_.panel.id + "/" + id, places, text, may_cover);
  }

  /// Words that are to stand somewhere, but never over other words; they go rather than that.
  void put(const std::string& id, const Text& words, const SetText& text, Role role,
           const LabelPlaces& places) {
    if (text.empty()) return;
    if (const auto choice = place_beside_words(id, text, places))
      take(words, text, role, *choice);
    else
      leave_out(words);
  }

  /// Whether a legend that stands still holds words of this id.
  bool has_slot(const std::string& id) const {
    const auto still = memory_.legends.find(around_.panel.id);
    return still != memory_.legends.end() &&
           std::ranges::count(still->second.legend.entries, id, &LegendEntry::id) > 0;
  }

  /// The same for words a legend might hold as well.
  void put_if_roomy(Crowded label) {
    if (label.text.empty()) return;
    label.entry.id = label.id;
    if (has_slot(label.id)) return crowded_.push_back(std::move(label));
    label.choice = place_beside_words(label.id, label.text, label.places);
    if (label.choice && !hides_data(label.box()))
      take(label.words, label.text, label.role, *label.choice);
    else
      crowded_.push_back(std::move(label));
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
    const bool fits = text.width <= around_.at.plot.width();
    put_if_roomy({rule.mark.id, words, text, rule.mark.role,
                  fits ? places_of_rule(rule, around_.at, text) : LabelPlaces(),
                  LegendEntry{.name = text, .role = rule.mark.role, .dash = rule.dash, .width = rule_width}});
  }
  void put_span(const Span& span) {
    const Text& words = span.note.empty() ? span.mark.label : span.note;
    const SetText text = set_text(words, fonts_.label);
    const QRectF area = span_area(around_.at, span);
    if (area.isEmpty()) return;
    const bool fits = text.width <= area.width() && text.height() <= area.height();
    put_if_roomy(
        {span.mark.id, words, text, span.mark.role,
         fits ? places_of_span(span, around_.at, text) : LabelPlaces(),
         LegendEntry{
             .name = text, .role = span.mark.role, .sample = Sample::area, .opacity = 2 * span_opacity}});
  }

  /// Beside the curves; gives what a legend has to name.
  std::vector<LegendEntry> put_names() {
    const std::vector<Layer>& layers = around_.panel.layers;
    const bool all_in_legend = !around_.legend.above.isEmpty() || memory_.legends.contains(around_.panel.id);
    std::vector<LegendEntry> keys, entries, beside;
    for (const Layer& key : around_.panel.keys)
      if (const auto entry = legend_entry(key, fonts_)) keys.push_back(*entry);
    // Names that stood beside their curves are not sent to the legend by a spike more.
    const int most_covered = memory_.beside_curves.contains(around_.panel.id) ? 4 : 0;
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
        const auto may_cover = [&](const QRectF& box, Occupancy::Cover covered) {
          return covered.data <= most_covered && !covers_words(box) && around_.at.plot.contains(box);
        };
        if (is_restless(around_.curves[i])) continue;
        if (const auto choice = best_place(around_.panel.id + "/" + curve->mark.id,
                                           places_along(around_.curves[i], name), name, may_cover))
          take(curve->mark.label, name, curve->mark.role, *choice);
      }
    }
    if (words_.labels.size() - labels_before < beside.size()) {  // some found no room: none stands beside
      drawn_ = before;
      words_.labels.resize(labels_before);
      entries.insert(entries.begin(), beside.begin(), beside.end());
      memory_.beside_curves.erase(around_.panel.id);
    } else {
      memory_.beside_curves.insert(around_.panel.id);
    }
    entries.insert(entries.begin(), keys.begin(), keys.end());
    return entries;
  }

  /// Whether a legend of these entries finds room where it hides nothing.
  bool have_room(const std::vector<LegendEntry>& entries) const {
    if (memory_.legends.contains(around_.panel.id)) return has_slot(entries.back().id);
    LabelMemory memory = memory_;
    const auto placed = place_legend(entries, around_.legend, drawn_, theme_, around_.panel.id, memory);
    const QRectF& above = around_.legend.above;
    return placed && placed->covers == 0 &&
           (above.isEmpty() || legend_size(placed->legend, theme_).height() <= above.height());
  }

  /// Adds what is crowded to the legend as long as that has room, first what has no other place. Words that
  /// could stand over a line make no legend of their own.
  void move_to_legend(std::vector<LegendEntry>& entries) {
    std::vector<Text> moved;
    std::ranges::stable_partition(crowded_, [](const Crowded& each) { return !each.choice; });
    for (const Crowded& each : crowded_) {
      if (std::ranges::find(moved, each.words) != moved.end()) continue;
      if (entries.empty() && each.choice) continue;
      entries.push_back(each.entry);
      if (have_room(entries))
        moved.push_back(each.words);
      else
        entries.pop_back();
    }
    std::erase_if(crowded_,
                  [&](const Crowded& each) { return std::ranges::find(moved, each.words) != moved.end(); });
  }

  /// What no legend took: where it was to stand, and then the rest in what room that left.
  void put_crowded() {
    const std::vector<Crowded> crowded = std::exchange(crowded_, {});
    for (const Crowded& each : crowded) {
      if (each.choice) take(each.words, each.text, each.role, *each.choice);
    }
    for (const Crowded& each : crowded) {
      if (!each.choice) put(each.id, each.words, each.text, each.role, each.places);
    }
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
  std::vector<Crowded> crowded_;
};

}  // namespace

PanelWords place_words(const Surroundings& around, const Theme& theme, const Letterings& fonts,
                       LabelMemory& memory) {
  return Placer(around, theme, fonts, memory).place();
}

}  // namespace theta
