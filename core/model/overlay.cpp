// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/overlay.h"

#include "core/model/counted.h"
#include "core/model/joined_curve.h"
#include "core/model/listed.h"
#include "core/model/match_by_id.h"
#include "core/model/overloaded.h"
#include "core/model/problem.h"
#include "core/model/shared_axis.h"
#include "core/model/shared_text.h"
#include "core/model/swept_cue.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <utility>

namespace theta {
namespace {

/// A layer, or a panel, as it is with each value; null where it is not there.
using LayerVersions = std::vector<const Layer*>;
using PanelVersions = std::vector<const Panel*>;

enum class Standing { once, once_a_value, as_with_the_first };

struct LaidLayer {
  LayerVersions versions;
  Standing standing = Standing::once;
  std::optional<Layer> once = {};  ///< what stands there where it does not stand once a value
  bool says_value = false;
};

/// One panel of the overlay before it is drawn.
struct LaidPanel {
  PanelVersions versions;
  std::optional<Axis> x, y;  ///< none: they do not agree, and the panel is the first figure's
  std::vector<LaidLayer> layers = {};

  bool agrees() const { return x && y; }
  bool has(Standing standing) const {
    return std::ranges::find(layers, standing, &LaidLayer::standing) != layers.end();
  }
};

bool same_words(const Layer& left, const Layer& right) {
  const Note *one = std::get_if<Note>(&left), *other = std::get_if<Note>(&right);
  return one && other && one->mark == other->mark && one->text == other->text;
}

/// What shows all there is to see of a layer that does not change; none for one that does. Words may move.
std::optional<Layer> unchanging(const LayerVersions& versions) {
  const Layer* first = versions.front();
  if (!first) return {};
  if (std::ranges::all_of(versions, [&](const Layer* each) {
        return each && (*each == *first || same_words(*each, *first));
      }))
    return *first;
  std::vector<const Curve*> curves;
  for (const Layer* each : versions) {
    const Curve* curve = each ? std::get_if<Curve>(each) : nullptr;
    if (!curve) return {};
    curves.push_back(curve);
  }
  return joined_curve(curves);
}

/// Whether a layer's versions can be told apart where they lie over each other.
bool are_lines(const LayerVersions& versions) {
  return std::ranges::all_of(versions, [](const Layer* each) {
    return !each || std::holds_alternative<Curve>(*each) || std::holds_alternative<Band>(*each) ||
           std::holds_alternative<Points>(*each) || std::holds_alternative<Rule>(*each);
  });
}

LaidLayer laid_layer(const LayerVersions& versions, bool axes_agree) {
  const std::optional<Layer> first = versions.front() ? std::optional(*versions.front()) : std::nullopt;
  if (std::optional<Layer> same = unchanging(versions))
    return {.versions = versions, .once = axes_agree ? std::move(same) : first};
  const bool told_apart = axes_agree && are_lines(versions);
  return {.versions = versions,
          .standing = told_apart ? Standing::once_a_value : Standing::as_with_the_first,
          .once = first};
}

template <class Thing>
const Thing& first_there(const std::vector<const Thing*>& versions) {
  return **std::ranges::find_if(versions, [](const Thing* each) { return each != nullptr; });
}

/// Values are said by the layers that have names of their own, or else by the first one; a line through the
/// whole panel has its words beside it.
void choose_who_says_values(std::vector<LaidLayer>& layers) {
  LaidLayer* first = nullptr;
  bool any = false;
  for (LaidLayer& layer : layers) {
    if (layer.standing != Standing::once_a_value) continue;
    const bool rule = std::holds_alternative<Rule>(first_there(layer.versions));
    if (!first || (!rule && std::holds_alternative<Rule>(first_there(first->versions)))) first = &layer;
    layer.says_value = !rule && !mark_of(first_there(layer.versions)).label.empty();
    any = any || layer.says_value;
  }
  if (first && !any) first->says_value = true;
}

LaidPanel laid_panel(PanelVersions versions) {
  std::vector<std::span<const Layer>> lists;
  std::vector<Axis> x, y;
  for (const Panel* panel : versions) {
    lists.emplace_back(panel ? std::span<const Layer>(panel->layers) : std::span<const Layer>());
    if (!panel) continue;
    x.push_back(panel->x);
    y.push_back(panel->y);
  }
  LaidPanel panel{.versions = std::move(versions), .x = shared_axis(x), .y = shared_axis(y)};
  for (const LayerVersions& layer : match_by_id(lists, [](const Layer& each) { return mark_of(each).id; }))
    panel.layers.push_back(laid_layer(layer, panel.agrees()));
  choose_who_says_values(panel.layers);
  return panel;
}

/// The panel as it is drawn, yet without layers.
Panel frame_of(const LaidPanel& laid) {
  Panel panel = *laid.versions.front();
  panel.hint = {};
  panel.picks.clear();
  panel.layers.clear();
  panel.legend_above = true;
  if (!laid.agrees() || !laid.has(Standing::once_a_value)) return panel;
  std::vector<Text> titles;
  for (const Panel* each : laid.versions) {
    if (each) titles.push_back(each->title);
  }
  panel.title = shared_text(titles);
  panel.x = *laid.x;
  panel.y = *laid.y;
  return panel;
}

/// The numbers of `count` series whose colours nothing else has that stands beside them; of all series where
/// too few colours are free to tell neighbours apart.
std::vector<std::size_t> free_series(std::size_t count, const std::set<Role>& taken) {
  constexpr std::size_t colours = 8, enough = 4;
  std::vector<std::size_t> numbers;
  for (std::size_t n = 0; numbers.size() < count; ++n) {
    if (n == colours && numbers.size() < enough) return free_series(count, {});
    if (!taken.contains(series(n))) numbers.push_back(n);
  }
  return numbers;
}

/// How a panel says which layer and which value a line is.
struct Cues {
  std::size_t named = 0;
  bool by_key = false;      ///< dashes and markers say the layer, in a key of its own each
  bool own_dashes = false;  ///< which then are those the lab gave it
  bool markers_are_free = true;
  bool own_markers = false;  ///< of points without a name, which say what they are
};

bool is_varied(const LaidLayer& layer) { return layer.standing == Standing::once_a_value; }

Cues cues_of(const std::vector<LaidLayer>& layers, std::size_t values) {
  constexpr std::size_t dashes = 4;
  Cues cues;
  std::set<Dash> named_dashes;
  std::set<Marker> unnamed_markers;
  std::size_t named_curves = 0, unnamed_points = 0;
  for (const LaidLayer& layer : layers) {
    if (!is_varied(layer)) continue;
    const Layer& first = first_there(layer.versions);
    cues.named += layer.says_value ? 1 : 0;
    if (const auto* curve = std::get_if<Curve>(&first)) {
      if (!layer.says_value) continue;
      named_dashes.insert(curve->dash);
      ++named_curves;
    } else if (const auto* points = std::get_if<Points>(&first)) {
      cues.markers_are_free = false;
      if (layer.says_value) continue;
      unnamed_markers.insert(points->marker);
      ++unnamed_points;
    }
  }
  cues.by_key = cues.named > 1 && cues.named + values < cues.named * values;
  cues.own_dashes = named_dashes.size() == named_curves;
  if (named_curves > dashes) cues.markers_are_free = false;
  cues.own_markers = unnamed_points > 1 && unnamed_markers.size() == unnamed_points;
  return cues;
}

/// What a legend shows for all versions of a layer.
Layer key_of(Layer layer) {
  mark_of(layer).role = Role::ink;
  if (auto* line = std::get_if<Curve>(&layer)) {
    line->x.clear();
    line->y.clear();
  } else if (auto* points = std::get_if<Points>(&layer)) {
    points->x.clear();
    points->y.clear();
  } else if (auto* band = std::get_if<Band>(&layer)) {
    *band = {.mark = band->mark, .opacity = band->opacity};
  }
  return layer;
}

/// How well its sample in a legend shows what says the value.
double conspicuousness(const Layer& layer) {
  if (std::holds_alternative<Curve>(layer)) return 100;
  const auto* points = std::get_if<Points>(&layer);
  return points ? points->size : 0;
}

/// What a remark calls a layer.
Text name_of(const Layer& layer) {
  if (const Text& label = mark_of(layer).label; !label.empty()) return label;
  return std::visit(
      Overloaded{[](const Curve&) -> Text { return "curve"; }, [](const Band&) -> Text { return "band"; },
                 [](const Points&) -> Text { return "points"; }, [](const Bars&) -> Text { return "bars"; },
                 [](const Map&) -> Text { return "map"; }, [](const Arrows&) -> Text { return "arrows"; },
                 [](const Polygons&) -> Text { return "areas"; }, [](const Arcs&) -> Text { return "arcs"; },
                 [](const Rule& rule) { return rule.note.empty() ? Text("line") : rule.note; },
                 [](const Span& span) { return span.note.empty() ? Text("shading") : span.note; },
                 [](const Note& note) { return note.text; }},
      layer);
}

Text name_of(const Panel& panel) { return panel.title.empty() ? verbatim(panel.id) : panel.title; }

class Overlay {
 public:
  explicit Overlay(const std::vector<SweptFigure>& figures) : figures_(figures) {
    std::vector<std::span<const Panel>> lists;
    for (const SweptFigure& each : figures) lists.emplace_back(each.figure.panels);
    for (PanelVersions& versions : match_by_id(lists, [](const Panel& panel) { return panel.id; })) {
      if (versions.front())
        panels_.push_back(laid_panel(std::move(versions)));
      else
        left_out_.push_back(name_of(first_there(versions)));
    }
    series_ = free_series(figures.size(), colours_beside());
  }

  Figure figure() const {
    Figure figure = swept_frame(figures_);
    for (const LaidPanel& laid : panels_) {
      Panel& panel = figure.panels.emplace_back(drawn(laid));
      add_what_is_of_the_first(panel, laid);
    }
    if (!left_out_.empty())
      figure.remarks.push_back(say("Left out, as there is none for {}: {}.", figures_.front().label,
                                   listed(left_out_, left_out_.size())));
    return figure;
  }

 private:
  /// Of what stands once in panels where others stand once a value.
  std::set<Role> colours_beside() const {
    std::set<Role> roles;
    for (const LaidPanel& panel : panels_) {
      if (!panel.has(Standing::once_a_value)) continue;
      for (const LaidLayer& layer : panel.layers) {
        if (layer.once && layer.standing != Standing::once_a_value) roles.insert(mark_of(*layer.once).role);
      }
    }
    return roles;
  }

  /// Says what of a panel is not there for all values.
  void add_what_is_of_the_first(Panel& panel, const LaidPanel& laid) const {
    const Text &first = figures_.front().label, called = name_of(panel);
    if (!laid.agrees() || (laid.has(Standing::as_with_the_first) && !laid.has(Standing::once_a_value))) {
      panel.remarks.push_back(say("{}: shown for {} only.", called, first));
      return;
    }
    std::vector<Text> shown, left_out;
    for (const LaidLayer& layer : laid.layers) {
      if (layer.standing != Standing::as_with_the_first) continue;
      std::vector<Text>& names = layer.once ? shown : left_out;
      Text name = name_of(first_there(layer.versions));
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    if (!shown.empty())
      panel.remarks.push_back(say("{}: {} shown for {} only.", called, listed(shown, shown.size()), first));
    if (!left_out.empty())
      panel.remarks.push_back(
          say("{}: {} left out, not there for {}.", called, listed(left_out, left_out.size()), first));
  }

  Panel drawn(const LaidPanel& laid) const {
    Panel panel = frame_of(laid);
    std::vector<const std::vector<Text>*> remarks;
    for (const Panel* each : laid.versions) remarks.push_back(each ? &each->remarks : nullptr);
    panel.remarks = swept_remarks(figures_, remarks);
    const Cues cues = cues_of(laid.layers, figures_.size());
    std::size_t named = 0, named_curves = 0, curves_beside = 0;
    for (const LaidLayer& layer : laid.layers) {
      if (!is_varied(layer)) {
        if (layer.once) panel.layers.push_back(*layer.once);
        continue;
      }
      const bool is_curve = std::holds_alternative<Curve>(first_there(layer.versions));
      const std::size_t place =
          layer.says_value ? (cues.by_key && is_curve ? named_curves : named) : curves_beside;
      if (cues.by_key && layer.says_value)
        panel.keys.push_back(key_of(with_cue_of_layer(first_there(layer.versions), cues, place)));
      for (std::size_t n = 0; n < layer.versions.size(); ++n) {
        if (!layer.versions[n]) continue;
        Layer version = with_cue(*layer.versions[n], layer.says_value, cues, n, place);
        name(mark_of(version), layer, laid.layers, cues, n);
        panel.layers.push_back(coloured(std::move(version), n));
      }
      named += layer.says_value ? 1 : 0;
      named_curves += layer.says_value && is_curve ? 1 : 0;
      curves_beside += !layer.says_value && is_curve ? 1 : 0;
    }
    return panel;
  }

  /// As its key shows it.
  static Layer with_cue_of_layer(Layer layer, const Cues& cues, std::size_t place) {
    auto* curve = std::get_if<Curve>(&layer);
    if (!curve) return layer;
    curve->marker = Marker::none;
    if (!cues.own_dashes) set_cue_of_layer(*curve, place);
    return layer;
  }

  /// With what says the n-th value without its colour. `place`: its number among the layers of its kind.
  Layer with_cue(Layer layer, bool says_value, const Cues& cues, std::size_t n, std::size_t place) const {
    if (!says_value) {
      const bool own = cues.by_key || (cues.own_markers && std::holds_alternative<Points>(layer));
      if (!own) set_cue_beside(layer, n, place);
      return layer;
    }
    if (!cues.by_key) {
      set_cue(layer, n + place * figures_.size());
      return layer;
    }
    layer = with_cue_of_layer(std::move(layer), cues, place);
    if (auto* curve = std::get_if<Curve>(&layer); curve && cues.markers_are_free)
      set_marker_of_value(*curve, n);
    else
      set_weight_of_value(layer, n, figures_.size());
    return layer;
  }

  /// Of the layers that say values the one by which a legend shows the n-th: that of which most is seen.
  static const LaidLayer* shown_for(const std::vector<LaidLayer>& layers, std::size_t n) {
    const LaidLayer* best = nullptr;
    for (const LaidLayer& layer : layers) {
      if (!layer.says_value || !layer.versions[n]) continue;
      if (!best || conspicuousness(*layer.versions[n]) > conspicuousness(*best->versions[n])) best = &layer;
    }
    return best;
  }

  /// The first that says its value says the symbol and the unit too.
  void name(Mark& mark, const LaidLayer& layer, const std::vector<LaidLayer>& layers, const Cues& cues,
            std::size_t n) const {
    const auto is_named = [&](std::size_t value) { return shown_for(layers, value) != nullptr; };
    const bool is_first = std::ranges::none_of(std::views::iota(std::size_t{0}, n), is_named);
    if (!layer.says_value) {
      if (!std::holds_alternative<Rule>(first_there(layer.versions))) mark.label = {};
    } else if (cues.named > 1 && !cues.by_key) {
      mark.label = say("{}, {}", mark.label, figures_[n].label);
    } else if (shown_for(layers, n) != &layer) {
      mark.label = {};
    } else {
      mark.label = is_first || figures_[n].number.empty() ? figures_[n].label : figures_[n].number;
    }
  }

  /// The n-th value's version of a layer.
  Layer coloured(Layer layer, std::size_t n) const {
    Mark& mark = mark_of(layer);
    mark.id = swept_id(mark.id, n);
    mark.role = series(series_[n]);
    return layer;
  }

  const std::vector<SweptFigure>& figures_;
  std::vector<LaidPanel> panels_;
  std::vector<Text> left_out_;       ///< the names of panels that the first figure does not have
  std::vector<std::size_t> series_;  ///< the number of each value's
};

}  // namespace

Figure overlay(const std::vector<SweptFigure>& figures) {
  constexpr std::size_t fewest = 2, most = 12;
  if (figures.size() < fewest || figures.size() > most)
    throw InputError(Problem{"overlay", a_list_of(counted(figures.size(), "{} value", "{} values")),
                             say("{} to {} of them", fewest, most)});
  return Overlay(figures).figure();
}

}  // namespace theta
