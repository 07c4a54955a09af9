// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/legend.h"
#include "ui/figure/occupancy.h"
#include "ui/figure/text_run.h"

#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace theta {

/// Where a panel's legend may stand.
struct LegendRoom {
  QRectF above;       ///< kept free for it; empty where it has to find a place
  QRectF title_row;   ///< free room beside the title
  double hint_width;  ///< what the hint takes beside that, which it gives up to a legend
  QRectF plot;
};

struct PlacedLegend {
  Legend legend;
  bool over_hint = false;  ///< whether it stands where the hint would
  int covers = 0;          ///< squares of what is drawn in the plot
};

/// Which of its places each label took last time, so that it does not jump about while something is dragged.
struct LabelMemory {
  std::map<std::string, std::size_t> places = {};
  std::set<std::string> beside_curves = {};  ///< the panels whose curves had their names beside them
  /// By panel, those that stand still in figures that are shown one after the other: they take all names of
  /// their panel, and have a slot for each that any of the figures has.
  std::map<std::string, PlacedLegend> legends = {};
  bool settled = false;  ///< labels keep these places, whatever else there may be room for
};

/// Where it is to stand still; else in the room kept for it, or beside the title, or in the plot where it
/// covers least. None where even the plot is too small: it would cover what stands beside.
std::optional<PlacedLegend> place_legend(std::vector<LegendEntry> entries, const LegendRoom& room,
                                         const Occupancy& drawn, const Theme& theme, const std::string& panel,
                                         LabelMemory& memory);

}  // namespace theta
