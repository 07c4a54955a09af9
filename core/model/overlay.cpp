// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/overlay.h"

#include "core/model/counted.h"
#include "core/model/listed.h"
#include "core/model/longest_of_one_curve.h"
#include "core/model/match_by_id.h"
#include "core/model/problem.h"
#include "core/model/shared_axis.h"
#include "core/model/shared_text.h"

#include <algorithm>
#include <optional>
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
  const Layer* once = nullptr;  ///< what stands there where it does not stand once a value
  bool says_value = false;
};

constexpr std::size_t dashes = 4;

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

/// The version that shows all there is to see of a layer that does not change; null for one that does.
const Layer* unchanging(const LayerVersions& versions) {
  const Layer* first = versions.front();
  if (first && std::ranges::all_of(versions, [&](const Layer* each) { return each && *each == *first; }))
    return first;
  std::vector<const Curve*> curves;
  for (const Layer* each : versions) {
    const Curve* curve = each ? std::get_if<Curve>(each) : nullptr;
    if (!curve) return nullptr;
    curves.push_back(curve);
  }
  const std::optional<std::size_t> longest = longest_of_one_curve(curves);
  return longest ? versions[*longest] : nullptr;
}

/// Whether a layer's versions can be told apart where they lie over each other.
bool are_lines(const LayerVersions& versions) {
  return std::ranges::all_of(versions, [](const Layer* each) {
    return !each || std::holds_alternative<Curve>(*each) || std::holds_alternative<Band>(*each) ||
           std::holds_alternative<Points>(*each);
  });
}

LaidLayer laid_layer(const LayerVersions& versions, bool axes_agree) {
  if (const Layer* same = unchanging(versions))
    return {.versions = versions, .standing = Standing::once, .once = axes_agree ? same : versions.front()};
  const bool told_apart = axes_agree && are_lines(versions);
  return {.versions = versions,
          .standing = told_apart ? Standing::once_a_value : Standing::as_with_the_first,
          .once = versions.front()};
}

template <class Thing>
const Thing& first_there(const std::vector<const Thing*>& versions) {
  return **std::ranges::find_if(versions, [](const Thing* each) { return each != nullptr; });
}

/// Values are said by the layers that have names of their own, or else by the first one.
void choose_who_says_values(std::vector<LaidLayer>& layers) {
  LaidLayer* first = nullptr;
  bool any = false;
  for (LaidLayer& layer : layers) {
    if (layer.standing != Standing::once_a_value) continue;
    if (!first) first = &layer;
    layer.says_value = !mark_of(first_there(layer.versions)).label.empty();
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
/// no colour is free.
std::vector<std::size_t> free_series(std::size_t count, const std::set<Role>& taken) {
  constexpr std::size_t colours = 8;
  std::vector<std::size_t> numbers;
  for (std::size_t n = 0; numbers.size() < count; ++n) {
    if (n == colours && numbers.empty()) return free_series(count, {});
    if (!taken.contains(series(n))) numbers.push_back(n);
  }
  return numbers;
}

/// What tells the series apart without its colour, in the `curve`-th curve of a panel that varies.
void set_cue_of_value(Layer& layer, std::size_t number, std::size_t curve) {
  if (auto* line = std::get_if<Curve>(&layer))
    line->dash = static_cast<Dash>((static_cast<std::size_t>(series_dash(number)) + curve) % dashes);
  if (auto* points = std::get_if<Points>(&layer); points && points->marker != Marker::none)
    points->marker = static_cast<Marker>(1 + (number + number / 8) % 4);
}

/// Whether the curves that vary have dashes by which they are told apart.
bool dashes_differ(const std::vector<LaidLayer>& layers) {
  std::set<Dash> found;
  for (const LaidLayer& layer : layers) {
    const auto* curve =
        layer.standing == Standing::once_a_value ? std::get_if<Curve>(&first_there(layer.versions)) : nullptr;
    if (curve && !found.insert(curve->dash).second) return false;
  }
  return true;
}

/// What tells the `curve`-th curve that varies from the others at the same value, where their own dashes do
/// not; points have their markers.
void set_cue_of_layer(Layer& layer, std::optional<std::size_t> curve) {
  auto* line = std::get_if<Curve>(&layer);
  if (line && curve) line->dash = static_cast<Dash>(*curve % dashes);
}

/// Whether the lines of a panel are named by keys: colours by the values, dashes and markers by the layers.
bool has_keys(std::size_t named, std::size_t values) {
  return named > 1 && named <= dashes && named + values < named * values;
}

/// What a legend shows for all versions of a layer.
Layer key_of(Layer layer, std::optional<std::size_t> curve) {
  set_cue_of_layer(layer, curve);
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
    const Text& first = figures_.front().label;
    for (const LaidPanel& laid : panels_) {
      Panel& panel = figure.panels.emplace_back(drawn(laid));
      if (!laid.agrees() || laid.has(Standing::as_with_the_first))
        panel.remarks.push_back(say("{}: shown for {} alone, but for lines.", name_of(panel), first));
    }
    if (!left_out_.empty())
      figure.remarks.push_back(
          say("Left out, as there is none for {}: {}.", first, listed(left_out_, left_out_.size())));
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

  Panel drawn(const LaidPanel& laid) const {
    Panel panel = frame_of(laid);
    std::vector<std::vector<Text>> remarks;
    for (const Panel* each : laid.versions) remarks.push_back(each ? each->remarks : std::vector<Text>{});
    panel.remarks = swept_remarks(figures_, remarks);
    const auto named =
        static_cast<std::size_t>(std::ranges::count(laid.layers, true, &LaidLayer::says_value));
    const bool by_key = has_keys(named, figures_.size()), own_dashes = dashes_differ(laid.layers);
    std::set<std::size_t> values_named;
    std::size_t curves = 0;
    for (const LaidLayer& layer : laid.layers) {
      if (layer.standing != Standing::once_a_value) {
        if (layer.once) panel.layers.push_back(*layer.once);
        continue;
      }
      const Layer& first = first_there(layer.versions);
      const auto curve = own_dashes ? std::nullopt : std::optional(curves);
      if (by_key && layer.says_value) panel.keys.push_back(key_of(first, curve));
      for (std::size_t n = 0; n < layer.versions.size(); ++n) {
        if (!layer.versions[n]) continue;
        Layer& version = panel.layers.emplace_back(coloured(*layer.versions[n], n));
        Mark& mark = mark_of(version);
        if (by_key)
          set_cue_of_layer(version, curve);
        else
          set_cue_of_value(version, series_[n], curves);
        if (by_key)
          mark.label = layer.says_value && values_named.insert(n).second ? figures_[n].label : Text();
        else if (layer.says_value)
          mark.label = named == 1 ? figures_[n].label : say("{}, {}", mark.label, figures_[n].label);
      }
      curves += std::holds_alternative<Curve>(first) ? 1 : 0;
    }
    return panel;
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
