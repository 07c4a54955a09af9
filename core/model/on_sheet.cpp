// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/on_sheet.h"

#include "core/model/chosen_panels.h"
#include "core/model/edge_labels.h"
#include "core/model/tex.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace theta {
namespace {

// In heights of the sheet's letters.
constexpr double least_width = 24, least_height = 13, good_height = 18;

struct GridSize {
  int rows = 1, columns = 1;
  bool operator==(const GridSize&) const = default;
};

GridSize grid_of(const Figure& figure) {
  GridSize grid;
  for (const Panel& panel : figure.panels) {
    grid.rows = std::max(grid.rows, panel.cell.row + panel.cell.rows);
    grid.columns = std::max(grid.columns, panel.cell.column + panel.cell.columns);
  }
  return grid;
}

/// In columns of the grid.
int narrowest(const Figure& figure) {
  int columns = grid_of(figure).columns;
  for (const Panel& panel : figure.panels) columns = std::min(columns, panel.cell.columns);
  return columns;
}

double letters(const Sheet& sheet) { return sheet.font_size * typographic_point; }

bool has_holes(const Figure& figure, const GridSize& grid) {
  int cells = 0;
  for (const Panel& panel : figure.panels) cells += panel.cell.rows * panel.cell.columns;
  return cells < grid.rows * grid.columns;
}

bool asks_for_fewer(const Sheet& sheet, const Figure& figure) {
  return sheet.columns > 0 && sheet.columns < side_by_side(figure);
}

/// Of a grid whose panels stand one after the other in as many columns as the sheet is wide enough for and
/// asks for: where some were left out, in the same number of columns without holes.
GridSize grid_with_room(const Figure& figure, const Sheet& sheet) {
  const GridSize grid = grid_of(figure);
  const double most = sheet.width / letters(sheet) / least_width;
  const bool is_wide_enough = (narrowest(figure) * most >= grid.columns && !asks_for_fewer(sheet, figure)) ||
                              figure.panels.size() < 2;
  if (is_wide_enough && (sheet.panels.empty() || !has_holes(figure, grid))) return grid;
  const int panels = static_cast<int>(figure.panels.size()), present = side_by_side(figure),
            asked = sheet.columns > 0 ? static_cast<int>(sheet.columns) : present;
  const int columns = std::clamp(static_cast<int>(most), 1, std::min({present, panels, asked}));
  return {(panels + columns - 1) / columns, columns};
}

/// In reading order; the last row is filled by what is left.
void rearrange(Figure& figure, int columns) {
  std::vector<Panel*> panels;
  for (Panel& panel : figure.panels) panels.push_back(&panel);
  std::ranges::stable_sort(panels, {},
                           [](const Panel* panel) { return std::pair(panel->cell.row, panel->cell.column); });
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const int place = static_cast<int>(i);
    panels[i]->cell = {.row = place / columns, .column = place % columns};
  }
  Cell& last = panels.back()->cell;
  last.columns = columns - last.column;
}

/// How high the legend above a panel's plot is, where it stands there in any case; estimated, as no font is
/// at hand.
double legend_height(const Panel& panel, double width) {
  constexpr double letter = 0.52, sample = 2.2, gap = 1.3, row = 1.45;
  if (!panel.legend_above) return 0;
  double widest = 0;
  std::size_t names = 0;
  for (const auto* layers : {&panel.keys, &panel.layers}) {
    for (const Layer& layer : *layers) {
      const std::string words = plain_words(mark_of(layer).label);
      if (words.empty()) continue;
      widest = std::max(widest, sample + letter * static_cast<double>(words.size()));
      ++names;
    }
  }
  if (names < 2) return 0;
  const double columns = std::max(1.0, std::floor((width + gap) / (widest + gap)));
  return std::ceil(static_cast<double>(names) / columns) * row;
}

/// Of all legends that stand below each other.
double legends_height(const Figure& figure, double width) {
  const GridSize grid = grid_of(figure);
  std::vector<double> heights(static_cast<std::size_t>(grid.rows));
  for (const Panel& panel : figure.panels) {
    double& height = heights[static_cast<std::size_t>(panel.cell.row)];
    height = std::max(height, legend_height(panel, width * panel.cell.columns / grid.columns));
  }
  return std::accumulate(heights.begin(), heights.end(), 0.0);
}

}  // namespace

int side_by_side(const Figure& figure) { return grid_of(figure).columns / narrowest(figure); }

Figure on_sheet(const Figure& figure, const Sheet& sheet) {
  Figure shown = sheet.panels.empty() ? figure : chosen_panels(figure, sheet.panels);
  const GridSize grid = grid_with_room(shown, sheet);
  const GridSize present = grid_of(shown);
  const bool is_high_enough = grid.rows <= present.rows || asks_for_fewer(sheet, shown) ||
                              sheet.height / grid.rows >= least_height * letters(sheet);
  if (is_high_enough && (grid != present || (!sheet.panels.empty() && has_holes(shown, present))))
    rearrange(shown, grid.columns);
  for (const auto axis : {&Panel::x, &Panel::y}) {
    const bool is_shared =
        std::ranges::any_of(shown.panels, [&](const Panel& panel) { return !(panel.*axis).label_shown; });
    if (is_shared) label_at_edge(shown.panels, axis);
  }
  return shown;
}

double height_with_room(const Figure& figure, const Sheet& sheet, double greatest) {
  const Figure shown = sheet.panels.empty() ? figure : chosen_panels(figure, sheet.panels);
  const double letter = letters(sheet), needed = (grid_with_room(shown, sheet).rows * good_height +
                                                  legends_height(shown, sheet.width / letter)) *
                                                 letter;
  return std::min(std::max(sheet.height, std::ceil(needed)), greatest);
}

}  // namespace theta
