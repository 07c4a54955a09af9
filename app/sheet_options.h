// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "core/model/venue.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace theta {

/// What a command line says about the sheet, as words.
struct SheetWords {
  std::optional<std::string> size, venue;
  std::map<std::string, std::string> set;  ///< ids of the sheet's fields, with their values
  std::vector<std::string> panels;
};

/// The sheet they ask for, on top of another. A size without any unit is in pixels, 96 to an inch, and then
/// the picture has just these unless a resolution is asked for; a unit at one side holds for both. Throws
/// InputError.
Sheet sheet_of(const SheetWords& words, const Sheet& from = {});

/// A sheet whose height may have been left to the figure.
struct AskedSheet {
  Sheet sheet;
  const Venue* venue = nullptr;  ///< it was made for; null: none
  bool height_is_free = false;

  /// As high as the figure's panels need, where nobody said how high.
  Sheet for_figure(const Figure& figure) const;
};
AskedSheet asked_sheet(const SheetWords& words, const Sheet& from = {});

/// A figure as on screen: 1200 by 800 pixels.
Sheet screen_sheet(int width = 1200, int height = 800, bool dark = false);

}  // namespace theta
