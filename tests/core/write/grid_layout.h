// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/figure_pgfplots.h"

#include <algorithm>

namespace theta {

/// The panels of a figure in equal cells of its grid, with room for axes and titles: what a window lays out
/// with more care.
inline std::vector<PgfPanel> grid_layout(const Figure& figure, double width, double height) {
  int rows = 1, columns = 1;
  for (const Panel& panel : figure.panels) {
    rows = std::max(rows, panel.cell.row + panel.cell.rows);
    columns = std::max(columns, panel.cell.column + panel.cell.columns);
  }
  constexpr double left = 14, right = 4, top = 10, bottom = 12, colour_bar = 14;
  std::vector<PgfPanel> places;
  for (std::size_t i = 0; i < figure.panels.size(); ++i) {
    const Panel& panel = figure.panels[i];
    const bool coloured = std::ranges::any_of(
        panel.layers, [](const Layer& layer) { return std::holds_alternative<Map>(layer); });
    const double cell_width = width / columns, cell_height = height / rows;
    places.push_back({.panel = i,
                      .left = panel.cell.column * cell_width + left,
                      .top = panel.cell.row * cell_height + top,
                      .width = panel.cell.columns * cell_width - left - right - (coloured ? colour_bar : 0),
                      .height = panel.cell.rows * cell_height - top - bottom,
                      .pane_left = panel.cell.column * cell_width,
                      .pane_top = panel.cell.row * cell_height,
                      .pane_width = panel.cell.columns * cell_width,
                      .pane_height = panel.cell.rows * cell_height,
                      .x = panel.x,
                      .y = panel.y,
                      .x_ticks = ticks(panel.x, 5),
                      .y_ticks = ticks(panel.y, 5),
                      .colour_ticks = {{0, "0"}, {1, "1"}}});
  }
  return places;
}

/// A style with a colour of its own for each role.
inline PgfStyle plain_style() {
  PgfStyle style{.width = 120, .height = 80};
  style.colour = [](Role role) {
    return Rgb{static_cast<std::uint8_t>(10 * static_cast<int>(role)), 0, 200};
  };
  style.words = [](Role role) { return Rgb{static_cast<std::uint8_t>(10 * static_cast<int>(role)), 0, 100}; };
  style.ramp = [](ColourScale) { return std::vector<Rgb>{{0, 0, 0}, {255, 255, 255}}; };
  return style;
}

}  // namespace theta
