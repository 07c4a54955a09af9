// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/composed_panel.h"
#include "ui/figure/legend_placement.h"
#include "ui/figure/occupancy.h"

#include <optional>
#include <vector>

namespace theta {

/// Finds one place for the legends of a panel that is shown in several figures one after the other, where it
/// hides nothing in any of them.
class StillLegend {
 public:
  /// The panel as it is in one of the figures.
  void add(const Panel& panel, const PanelPlace& place, const ComposedPanel& composed, const Theme& theme);

  /// Whether names stand in a legend in one of them: then they do in all.
  bool is_needed() const { return needed_; }

  /// The legend with a slot for every name; none where there is no place for it, or its plot moves about.
  std::optional<PlacedLegend> placed(const Theme& theme) const;

 private:
  void add(LegendEntry entry);

  bool needed_ = false, moves_ = false;
  std::optional<Occupancy> drawn_;  ///< in all of them
  std::vector<LegendEntry> entries_;
  LegendRoom room_ = {};
};

}  // namespace theta
