// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/build_up.h"

#include <algorithm>
#include <numeric>
#include <tuple>

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

/// How many of a panel's layers each of its steps shows.
std::vector<std::size_t> layers_shown(const Panel& panel) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < panel.layers.size(); ++i) {
    if (!mark_of(panel.layers[i]).label.empty()) shown.push_back(i + 1);
  }
  if (shown.empty() && !panel.layers.empty()) shown.push_back(0);
  if (!shown.empty()) shown.back() = panel.layers.size();
  return shown;
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
    for (const std::size_t shown : layers_shown(figure.panels[i])) {
      step.panels[i].layers.assign(layers.begin(), layers.begin() + static_cast<std::ptrdiff_t>(shown));
      steps.push_back(step);
    }
  }
  if (steps.empty()) return {figure};
  steps.back() = figure;
  return steps;
}

}  // namespace theta
