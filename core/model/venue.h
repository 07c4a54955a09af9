// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "core/model/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// A width figures may have where they are published.
struct VenueWidth {
  std::string id;
  Text name;
  double millimetres = 0;
};

/// What a journal, a conference or a class asks of figures.
struct Venue {
  std::string id;
  Text name;
  int year = 0;        ///< of the guide
  std::string source;  ///< where it is written
  std::vector<VenueWidth> widths;
  double greatest_height = 0;                      ///< mm
  double font_size = 8, least_font_size = 6;       ///< pt
  double line_width = 1, least_line_width = 0.25;  ///< pt; the least is of any line
  std::int64_t least_dpi = 300;
  bool editable_text = false;  ///< takes no words turned into outlines
  double shape = 1.5;          ///< width by height of a figure as it is proposed
};

const std::vector<Venue>& venues();

/// "nature" or "nature:double": the venue. Throws InputError.
const Venue& venue_named(std::string_view name);

/// The same name: the sheet with that venue's width, height, fonts and lines. Throws
/// InputError.
Sheet sheet_for_venue(Sheet sheet, std::string_view name);

/// The same, as high as the figure's panels need, if the venue has room for it.
Sheet sheet_for_venue(const Sheet& sheet, std::string_view name, const Figure& figure);

}  // namespace theta
