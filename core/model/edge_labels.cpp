// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/edge_labels.h"

#include <algorithm>

namespace theta {
namespace {

bool is_below(const Cell& other, const Cell& cell) {
  const bool same_column =
      other.column < cell.column + cell.columns && cell.column < other.column + other.columns;
  return same_column && other.row > cell.row;
}

}  // namespace

void label_at_edge(std::vector<Panel>& panels, Axis Panel::*axis) {
  for (Panel& panel : panels) {
    const bool is_lowest =
        std::ranges::none_of(panels, [&](const Panel& other) { return is_below(other.cell, panel.cell); });
    (panel.*axis).label_shown = axis == &Panel::x ? is_lowest : panel.cell.column == 0;
  }
}

}  // namespace theta
