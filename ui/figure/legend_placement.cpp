// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/legend_placement.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace theta {
namespace {

/// Where a box may stand in the plot: corners first, then the borders' and the rest of a grid.
std::vector<QPointF> places_in_plot(const QRectF& plot, QSizeF box) {
  constexpr int steps = 8;
  const QRectF room = plot.adjusted(6, 6, -6 - box.width(), -6 - box.height());
  std::vector<QPointF> places = {room.topRight(), room.topLeft(), room.bottomRight(), room.bottomLeft()};
  for (int row = 0; row <= steps; ++row) {
    for (int column = 0; column <= steps; ++column)
      places.emplace_back(room.left() + room.width() * column / steps,
                          room.top() + room.height() * row / steps);
  }
  return places;
}

/// In one column or more, where it covers least; where it stood last as long as no place is better.
std::optional<PlacedLegend> in_plot(std::vector<LegendEntry> entries, const QRectF& plot,
                                    const Occupancy& drawn, const Theme& theme, const std::string& panel,
                                    LabelMemory& memory) {
  PlacedLegend placed{.legend = {.entries = std::move(entries), .top_left = {}}};
  Legend& legend = placed.legend;
  constexpr double edge = 4;  // within it, what only comes near is not covered
  const Occupancy::Sums sums(drawn);
  const std::string key = panel + "/legend";
  const auto last = memory.places.find(key);
  std::size_t place = 0, best_place = 0, best_columns = 1;
  int least = std::numeric_limits<int>::max();
  for (std::size_t columns = 1; columns <= legend.entries.size(); columns *= 2) {
    legend.columns = columns;
    const QSizeF box = legend_size(legend, theme);
    const std::vector<QPointF> corners = places_in_plot(plot, box);
    if (box.width() > plot.width() || box.height() > plot.height()) {
      place += corners.size();
      continue;
    }
    for (const QPointF& corner : corners) {
      const bool was_last = last != memory.places.end() && last->second == place;
      const int taken = sums.taken(QRectF(corner, box)), covered = 2 * taken - (was_last ? 1 : 0);
      if (covered < least) {
        least = covered;
        best_place = place;
        best_columns = columns;
        legend.top_left = corner;
        placed.covers = sums.taken(QRectF(corner, box).adjusted(edge, edge, -edge, -edge));
      }
      ++place;
    }
  }
  if (least == std::numeric_limits<int>::max()) return {};
  memory.places[key] = best_place;
  legend.columns = best_columns;
  return placed;
}

/// In the slots of a legend that stands still; what has none is not shown.
PlacedLegend in_slots(PlacedLegend placed, std::vector<LegendEntry> entries) {
  for (LegendEntry& slot : placed.legend.entries) {
    const double room = std::max(slot.room, slot.name.width);
    const auto own = std::ranges::find(entries, slot.id, &LegendEntry::id);
    slot.shown = own != entries.end();
    if (slot.shown) slot = std::move(*own);
    slot.room = room;
  }
  return placed;
}

}  // namespace

std::optional<PlacedLegend> place_legend(std::vector<LegendEntry> entries, const LegendRoom& room,
                                         const Occupancy& drawn, const Theme& theme, const std::string& panel,
                                         LabelMemory& memory) {
  if (const auto still = memory.legends.find(panel); still != memory.legends.end())
    return in_slots(still->second, std::move(entries));
  Legend row{.entries = std::move(entries), .boxed = false, .top_left = {}};
  row.columns = row.entries.size();
  if (!room.above.isEmpty()) {
    fit_columns(row, room.above.width(), theme);
    row.top_left = room.above.topLeft();
    return PlacedLegend{.legend = std::move(row)};
  }
  const QSizeF size = legend_size(row, theme);
  const bool over_hint = size.width() > room.title_row.width();
  const QRectF beside_title = room.title_row.adjusted(0, 0, over_hint ? room.hint_width : 0, 0);
  if (size.width() > beside_title.width())
    return in_plot(std::move(row.entries), room.plot, drawn, theme, panel, memory);
  row.top_left = QPointF(beside_title.right() - size.width(), beside_title.center().y() - size.height() / 2);
  return PlacedLegend{.legend = std::move(row), .over_hint = over_hint};
}

}  // namespace theta
