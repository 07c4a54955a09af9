// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/still_legend.h"

#include "ui/figure/drawn_area.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace theta {
namespace {

/// A name that stands beside its curve, where no legend holds it.
bool names_a_curve(const PlacedLabel& label, const Panel& panel) {
  return std::ranges::any_of(panel.layers, [&](const Layer& layer) {
    return std::holds_alternative<Curve>(layer) && mark_of(layer).label == label.words;
  });
}

}  // namespace

void StillLegend::add(const Panel& panel, const PanelPlace& place, const ComposedPanel& composed,
                      const Theme& theme) {
  const PanelWords& words = composed.words;
  needed_ |= words.legend || words.legend_left_out;
  Occupancy drawn = drawn_area(panel, place.coordinates(), composed.curves, {}, theme.lines);
  for (const PlacedLabel& label : words.labels)
    if (!names_a_curve(label, panel)) drawn.add_area(label.box().adjusted(-2, -1, 2, 1));
  const LegendRoom room = legend_room(composed.heading, place);
  if (!drawn_) {
    drawn_ = std::move(drawn);
    room_ = room;
  } else if (drawn_->plot() != drawn.plot()) {
    moves_ = true;
  } else {
    drawn_->add(drawn);
    room_.title_row = room_.title_row.intersected(room.title_row);
    if (room.above.height() > room_.above.height()) room_.above = room.above;
  }
  for (const LegendEntry& entry : legend_entries(panel, letterings(theme))) add(entry);
  if (!words.legend) return;
  for (const LegendEntry& entry : words.legend->legend.entries) add(entry);  // what else found no room
}

void StillLegend::add(LegendEntry entry) {
  const auto slot = std::ranges::find(entries_, entry.id, &LegendEntry::id);
  if (slot == entries_.end())
    entries_.push_back(std::move(entry));
  else
    slot->room = std::max({slot->room, slot->name.width, entry.name.width});
}

std::optional<PlacedLegend> StillLegend::placed(const Theme& theme) const {
  if (!drawn_ || moves_ || entries_.empty()) return {};
  LabelMemory nothing;
  return place_legend(entries_, room_, *drawn_, theme, {}, nothing);
}

}  // namespace theta
