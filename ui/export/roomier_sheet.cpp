// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/roomier_sheet.h"

#include "core/model/on_sheet.h"
#include "ui/export/figure_file.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

/// From a height on, in steps that are seen.
std::vector<double> heights_from(double height, double greatest) {
  std::vector<double> heights = {height};
  while (heights.back() < greatest) heights.push_back(std::min(std::ceil(heights.back() * 1.12), greatest));
  return heights;
}

}  // namespace

RoomierSheets::RoomierSheets(const Figure& whole, const Sheet& sheet, const PageRoom& room)
    : whole_(whole), sheet_(sheet), fewer_panels_(room.fewer_panels) {
  const int columns = side_by_side(on_sheet(whole, sheet));
  std::vector<double> widths = {sheet.width};
  for (const double width : room.widths) {
    if (width > sheet.width + 0.5) widths.push_back(width);
  }
  std::ranges::sort(widths);
  for (const double width : widths) {
    for (int fewer = columns; fewer >= 1; --fewer) {
      for (const double height : heights_from(sheet.height, room.greatest_height)) {
        Sheet roomier = sheet;
        roomier.width = width;
        roomier.height = height;
        if (fewer < columns) roomier.columns = fewer;
        if (roomier != sheet) sheets_.push_back({roomier});
      }
    }
  }
}

std::optional<Sheet> RoomierSheets::without(const std::function<bool(const Crowding&)>& is_meant,
                                            const std::string& panel) {
  const auto others = [&](const std::vector<Crowding>& found) {
    return std::ranges::count_if(found, std::not_fn(is_meant));
  };
  const auto present = others(crowding(figure_in_file(whole_, sheet_), sheet_));
  std::optional<Sheet> first;
  for (Tried& tried : sheets_) {
    if (!tried.found) tried.found = crowding(figure_in_file(whole_, tried.sheet), tried.sheet);
    if (std::ranges::any_of(*tried.found, is_meant)) continue;
    if (others(*tried.found) <= present) return tried.sheet;
    if (!first) first = tried.sheet;
  }
  if (!fewer_panels_ || whole_.panels.size() < 2 || sheet_.panels.size() == 1) return first;
  Sheet alone = sheet_;
  alone.panels = {panel};
  if (std::ranges::any_of(crowding(figure_in_file(whole_, alone), alone), is_meant)) return first;
  return alone;
}

Text change_of_room(const Figure& whole, const Sheet& from, const Sheet& to) {
  const auto rounded = [](double millimetres) { return std::round(10 * millimetres) / 10; };
  const double width = rounded(to.width), height = rounded(to.height);
  if (to.panels != from.panels) return say("Show “{}” alone", find_panel(whole, to.panels.front())->title);
  if (to.columns != from.columns) {
    const Text columns = to.columns == 1 ? Text("Put panels one below the other")
                                         : say("Put at most {} side by side", to.columns);
    return to.height == from.height ? columns : say("{}, {} mm high", columns, height);
  }
  if (to.width == from.width) return say("Make it {} mm high", height);
  if (to.height == from.height) return say("Make it {} mm wide", width);
  return say("Make it {} by {} mm", width, height);
}

}  // namespace theta
