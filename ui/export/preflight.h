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
  std::string id;  ///< width, height, room, legends, labels, words, letters, lines, fonts, colours, pixels
  bool passes = true;
  Text finding = {};
  Text mend = {};                              ///< words on the button that mends it
  std::optional<Sheet> mended = std::nullopt;  ///< the sheet that passes
};

/// What a venue would say of a figure before it is sent there, measured on the figure as it is painted. Empty
/// for formats that hold numbers alone. `whole`: with all its panels, of which the sheet may choose some;
/// `venue`: none asks for what any printer does.
std::vector<PreflightItem> preflight(const Figure& whole, const Sheet& sheet, FileFormat format,
                                     const Venue* venue);

/// Those of the same that do not pass and that nobody sees before the file is opened: plots without room,
/// legends that hide something, words that are cut or left out, or cannot be edited where the venue asks for
/// that. What can be read all the same, such as a label over a line, is not worth one, nor is a label that no
/// sheet of all its panels has room for.
std::vector<PreflightItem> warnings(const Figure& whole, const Sheet& sheet, FileFormat format,
                                    const Venue* venue, bool panels_can_be_chosen = true);

}  // namespace theta
