// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "core/model/text.h"

#include <optional>
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

/// The same name: the sheet with that venue's width, height, fonts and lines, in colours for print unless
/// others than the usual ones were chosen. Throws InputError.
Sheet sheet_for_venue(Sheet sheet, std::string_view name);

/// The same, as high as the figure's panels need, if the venue has room for it.
Sheet sheet_for_venue(const Sheet& sheet, std::string_view name, const Figure& figure);

/// Whether a sheet is what that name sets, as high as it may be and in whatever colours. Throws InputError.
bool is_sheet_of(const Sheet& sheet, std::string_view name);

/// The first of all venues' names whose sheet it is; some have the same facts.
std::optional<std::string> venue_of_sheet(const Sheet& sheet);

}  // namespace theta
