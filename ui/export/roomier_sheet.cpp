// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/roomier_sheet.h"

#include "core/model/on_sheet.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

int columns_of(const Figure& figure) {
  int columns = 1;
  for (const Panel& panel : figure.panels)
    columns = std::max(columns, panel.cell.column + panel.cell.columns);
  return columns;
}

/// From a height on, in steps that are seen.
std::vector<double> heights_from(double height, double greatest) {
  std::vector<double> heights = {height};
  while (heights.back() < greatest) heights.push_back(std::min(std::ceil(heights.back() * 1.12), greatest));
  return heights;
}

}  // namespace

RoomierSheets::RoomierSheets(const Figure& whole, const Sheet& sheet, const PageRoom& room)
    : whole_(whole), sheet_(sheet), fewer_panels_(room.fewer_panels) {
  const int columns = columns_of(on_sheet(whole, sheet));
  std::vector<double> widths = {sheet.width};
  for (const double width : room.widths) {
    if (width > sheet.width + 0.5) widths.push_back(width);
  }
  std::ranges::sort(widths);
  for (const double width : widths) {
    for (int side_by_side = columns; side_by_side >= 1; --side_by_side) {
      for (const double height : heights_from(sheet.height, room.greatest_height)) {
        Sheet roomier = sheet;
        roomier.width = width;
        roomier.height = height;
        if (side_by_side < columns) roomier.columns = side_by_side;
        if (roomier != sheet) sheets_.push_back({roomier});
      }
    }
  }
}

std::optional<Sheet> RoomierSheets::without(const std::function<bool(const Crowding&)>& is_meant,
                                            const std::string& panel) {
  for (Tried& tried : sheets_) {
    if (!tried.found) tried.found = crowding(on_sheet(whole_, tried.sheet), tried.sheet);
    if (std::ranges::none_of(*tried.found, is_meant)) return tried.sheet;
  }
  if (!fewer_panels_ || whole_.panels.size() < 2 || sheet_.panels.size() == 1) return {};
  Sheet alone = sheet_;
  alone.panels = {panel};
  if (std::ranges::any_of(crowding(on_sheet(whole_, alone), alone), is_meant)) return {};
  return alone;
}

Text change_of_room(const Figure& whole, const Sheet& from, const Sheet& to) {
  if (to.panels != from.panels) return say("Show “{}” alone", find_panel(whole, to.panels.front())->title);
  if (to.columns != from.columns) {
    const Text columns = to.columns == 1 ? Text("Put panels one below the other")
                                         : say("Put at most {} side by side", to.columns);
    return to.height == from.height ? columns : say("{}, {} mm high", columns, to.height);
  }
  if (to.width == from.width) return say("Make it {} mm high", to.height);
  if (to.height == from.height) return say("Make it {} mm wide", to.width);
  return say("Make it {} by {} mm", to.width, to.height);
}

}  // namespace theta
