// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/lay_out_alike.h"

#include <map>
#include <tuple>

namespace theta {
namespace {

/// A panel that fills another cell in another figure moves there with all it has.
auto panel_and_cell(const PanelShape& shape) {
  const Cell& cell = shape.cell;
  return std::tuple(shape.id, cell.row, cell.column, cell.rows, cell.columns);
}

}  // namespace

std::vector<std::vector<PanelPlace>> lay_out_alike(const std::vector<std::vector<PanelShape>>& figures,
                                                   const Theme& theme, QSizeF size) {
  constexpr double least = 20;
  std::vector<std::vector<PanelPlace>> layouts;
  std::map<decltype(panel_and_cell({})), QRectF> plots;
  for (const std::vector<PanelShape>& shapes : figures) {
    for (const PanelPlace& place : layouts.emplace_back(lay_out(shapes, theme, size))) {
      QRectF& plot = plots.try_emplace(panel_and_cell(place.shape), place.plot).first->second;
      plot = plot.intersected(place.plot);
    }
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    for (PanelPlace& place : layouts[i]) {
      const QRectF& plot = plots.at(panel_and_cell(place.shape));
      if (plot.width() >= least && plot.height() >= least)
        move_plot(place, figures[i][place.panel], plot, theme);
    }
  }
  return layouts;
}

}  // namespace theta
