// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/small_multiples.h"

#include "core/model/edge_labels.h"
#include "core/model/listed.h"
#include "core/model/nearest.h"
#include "core/model/problem.h"
#include "core/model/series_colours.h"
#include "core/model/shared_axis.h"
#include "core/model/shared_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

namespace theta {
namespace {

/// The panel of each figure that has it, its id and title those of its value.
std::vector<Panel> copies(const std::vector<SweptFigure>& figures, std::string_view id) {
  std::vector<Panel> panels;
  for (std::size_t n = 0; n < figures.size(); ++n) {
    const Panel* found = find_panel(figures[n].figure, id);
    if (!found) continue;
    Panel& panel = panels.emplace_back(*found);
    panel.id = swept_id(panel.id, n);
    panel.title = figures[n].label;
    panel.short_title = figures[n].value;
    panel.hint = {};
    panel.picks.clear();
    panel.remarks.clear();
  }
  return panels;
}

/// By rows, as many columns as rows or more.
void place_in_grid(std::vector<Panel>& panels) {
  const auto columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(panels.size()))));
  for (int i = 0; Panel & panel : panels) {
    panel.cell = {.row = i / columns, .column = i % columns};
    ++i;
  }
}

/// Axes that do not agree stay, each with its own words.
void share_axis(std::vector<Panel>& panels, Axis Panel::*axis) {
  std::vector<Axis> axes;
  for (const Panel& panel : panels) axes.push_back(panel.*axis);
  const std::optional<Axis> shared = shared_axis(axes);
  if (!shared) return;
  for (Panel& panel : panels) panel.*axis = *shared;
  label_at_edge(panels, axis);
}

/// Maps of the same id get one range of colours.
void share_colours(std::vector<Panel>& panels) {
  using Colours = std::pair<std::string, ColourScale>;
  std::map<Colours, std::pair<double, double>> ends;
  const auto each_map = [&](auto&& visit) {
    for (Panel& panel : panels) {
      for (Layer& layer : panel.layers) {
        if (auto* map = std::get_if<Map>(&layer)) visit(*map);
      }
    }
  };
  each_map([&](const Map& map) {
    auto& [low, high] = ends.try_emplace({map.mark.id, map.colours}, map.low, map.high).first->second;
    low = std::min(low, map.low);
    high = std::max(high, map.high);
  });
  each_map([&](Map& map) { std::tie(map.low, map.high) = ends.at({map.mark.id, map.colours}); });
}

/// What a reader knows a layer by once it was named.
std::tuple<std::string, Role, Dash, Marker> look_of(const Layer& layer) {
  const Mark& mark = mark_of(layer);
  const auto* curve = std::get_if<Curve>(&layer);
  const auto* points = std::get_if<Points>(&layer);
  return {mark.id, mark.role, curve ? curve->dash : Dash::solid, points ? points->marker : Marker::none};
}

/// A layer that looks otherwise is named again.
void name_layers_once(std::vector<Panel>& panels) {
  std::set<std::tuple<std::string, Role, Dash, Marker>> named;
  for (Panel& panel : panels) {
    for (Layer& layer : panel.layers) {
      Mark& mark = mark_of(layer);
      if (!mark.label.empty() && !named.insert(look_of(layer)).second) mark.label = {};
    }
  }
}

}  // namespace

Figure small_multiples(const std::vector<SweptFigure>& figures, std::string_view id) {
  std::vector<Text> titles, without;
  std::vector<const std::vector<Text>*> remarks;
  for (const SweptFigure& each : figures) {
    const Panel* panel = find_panel(each.figure, id);
    remarks.push_back(panel ? &panel->remarks : nullptr);
    if (panel)
      titles.push_back(panel->title);
    else
      without.push_back(each.label);
  }
  if (titles.empty())
    throw InputError(unknown_name("panel", std::string(id), figures.front().figure.panels,
                                  [](const Panel& panel) { return panel.id; }));
  Figure figure = swept_frame(figures, shared_text(titles));
  for (Text& remark : swept_remarks(figures, remarks)) figure.remarks.push_back(std::move(remark));
  if (!without.empty()) figure.remarks.push_back(say("There is no such panel for {}.", listed(without, 3)));
  figure.panels = copies(figures, id);
  place_in_grid(figure.panels);
  for (const auto axis : {&Panel::x, &Panel::y}) share_axis(figure.panels, axis);
  share_colours(figure.panels);
  share_series_colours(figure.panels);
  name_layers_once(figure.panels);
  return figure;
}

}  // namespace theta
