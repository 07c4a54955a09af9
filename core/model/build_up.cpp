// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/build_up.h"

#include "core/model/series_colours.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <variant>

namespace theta {
namespace {

/// The panels' indices by rows, from left to right in each.
std::vector<std::size_t> reading_order(const std::vector<Panel>& panels) {
  std::vector<std::size_t> order(panels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const Cell& cell = panels[i].cell;
    return std::tuple(cell.row, cell.column);
  });
  return order;
}

/// Points and lines that are there to mark a series: its extrema, a tangent.
bool marks_series(const Layer& layer) {
  const Mark& mark = mark_of(layer);
  const bool drawn_on_series = std::holds_alternative<Points>(layer) || std::holds_alternative<Curve>(layer);
  return drawn_on_series && mark.label.empty() && mark.role != Role::muted;
}

/// In which of a panel's steps each of its layers appears first.
std::vector<std::size_t> steps_of_layers(const std::vector<Layer>& layers) {
  std::map<Role, std::size_t> first_of_series;
  std::size_t named = 0;
  for (const Layer& layer : layers) {
    const Mark& mark = mark_of(layer);
    if (mark.label.empty()) continue;
    if (is_series(mark.role)) first_of_series.try_emplace(mark.role, named);
    ++named;
  }
  std::vector<std::size_t> steps;
  std::size_t next = 0;
  for (const Layer& layer : layers) {
    const Mark& mark = mark_of(layer);
    const auto series = first_of_series.find(mark.role);
    const std::size_t with_next = named == 0 ? 0 : std::min(next, named - 1);
    const std::size_t marked =
        series != first_of_series.end() ? series->second : std::max<std::size_t>(named, 1) - 1;
    steps.push_back(marks_series(layer) ? std::max(with_next, marked) : with_next);
    if (!mark.label.empty()) ++next;
  }
  return steps;
}

Figure frames_of(Figure figure) {
  figure.handles.clear();
  for (Panel& panel : figure.panels) {
    panel.layers.clear();
    panel.picks.clear();
  }
  return figure;
}

}  // namespace

std::vector<Figure> build_up(const Figure& figure) {
  std::vector<Figure> steps;
  Figure step = frames_of(figure);
  for (const std::size_t i : reading_order(figure.panels)) {
    const std::vector<Layer>& layers = figure.panels[i].layers;
    const std::vector<std::size_t> appear = steps_of_layers(layers);
    const std::size_t count = layers.empty() ? 0 : std::ranges::max(appear) + 1;
    for (std::size_t now = 0; now < count; ++now) {
      step.panels[i].layers.clear();
      for (std::size_t layer = 0; layer < layers.size(); ++layer)
        if (appear[layer] <= now) step.panels[i].layers.push_back(layers[layer]);
      steps.push_back(step);
    }
  }
  if (steps.empty()) return {figure};
  steps.back() = figure;
  return steps;
}

}  // namespace theta
