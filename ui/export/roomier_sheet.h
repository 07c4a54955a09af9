// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "core/model/text.h"
#include "ui/export/crowding.h"

#include <functional>
#include <optional>
#include <vector>

namespace theta {

/// What a page has room for, in millimetres.
struct PageRoom {
  double greatest_height = 250;
  std::vector<double> widths = {};  ///< a figure may have
  bool fewer_panels = true;         ///< whether one of them may be shown alone
};

/// Sheets that give a figure more room: higher ones, with fewer panels side by side, wider ones. Each is
/// looked at once, when it is needed.
class RoomierSheets {
 public:
  RoomierSheets(const Figure& whole, const Sheet& sheet, const PageRoom& room);

  /// The first of them on which nothing of that sort is left and no more of others than now; else that panel
  /// alone if it is so there; else the first that has more of others.
  std::optional<Sheet> without(const std::function<bool(const Crowding&)>& is_meant,
                               const std::string& panel);

 private:
  struct Tried {
    Sheet sheet;
    std::optional<std::vector<Crowding>> found = {};
  };
  const Figure& whole_;
  Sheet sheet_;
  bool fewer_panels_;
  std::vector<Tried> sheets_;
};

/// What is done to one sheet to get the other, as a button says it.
Text change_of_room(const Figure& whole, const Sheet& from, const Sheet& to);

}  // namespace theta
