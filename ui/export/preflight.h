// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "core/model/text.h"
#include "core/model/venue.h"
#include "ui/export/file_format.h"

#include <optional>
#include <string>
#include <vector>

namespace theta {

/// One thing a venue looks at in a figure.
struct PreflightItem {
  std::string id;  ///< width, height, room, letters, lines, fonts, colours, pixels
  bool passes = true;
  Text finding = {};
  Text mend = {};                              ///< words on the button that mends it
  std::optional<Sheet> mended = std::nullopt;  ///< the sheet that passes
};

/// What a venue would say of a figure before it is sent there, measured on the figure as it is painted. Empty
/// for formats that hold numbers alone. `venue`: none asks for what any printer does.
std::vector<PreflightItem> preflight(const Figure& figure, const Sheet& sheet, FileFormat format,
                                     const Venue* venue);

/// Whether all plots have room beside their words; what mends it is no higher than a page has room for, in
/// millimetres.
PreflightItem room_item(const Figure& figure, const Sheet& sheet, double greatest_height = 250);

}  // namespace theta
