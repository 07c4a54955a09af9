// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/venue.h"

#include "core/model/on_sheet.h"
#include "core/model/problem.h"

#include <algorithm>

namespace theta {
namespace {

std::vector<Venue> all_venues() {
  return {
      {.id = "nature",
       .name = "Nature",
       .year = 2024,
       .source = "research-figure-guide.nature.com: building and exporting figure panels; there: all text "
                 "editable, do not outline it, embed fonts",
       .widths = {{"single", "one column", 89},
                  {"middle", "one and a half columns", 120},
                  {"double", "two columns", 183}},
       .greatest_height = 170,
       .font_size = 7,
       .least_font_size = 5,
       .line_width = 1,
       .least_line_width = 0.25,
       .least_dpi = 300,
       .editable_text = true},
      {.id = "ieee",
       .name = "IEEE",
       .year = 2024,
       .source = "journals.ieeeauthorcenter.ieee.org: size requirements for graphics; file formatting",
       .widths = {{"single", "one column", 3.5 * inch}, {"double", "two columns", 7.16 * inch}},
       .greatest_height = 9 * inch,
       .font_size = 9,
       .least_font_size = 8,
       .least_line_width = 0.5},
      {.id = "neurips",
       .name = "NeurIPS",
       .year = 2024,
       .source = "neurips_2024.sty: text 5.5 by 9 inches, 10 pt",
       .widths = {{"text", "text width", 5.5 * inch}, {"half", "half the text", 2.7 * inch}},
       .greatest_height = 9 * inch,
       .font_size = 8},
      {.id = "icml",
       .name = "ICML",
       .year = 2024,
       .source =
           "icml2024.sty and its example: columns 3.25 inches, text 6.75 inches, lines of at least 0.5 pt",
       .widths = {{"single", "one column", 3.25 * inch}, {"double", "two columns", 6.75 * inch}},
       .greatest_height = 9 * inch,
       .font_size = 8,
       .least_line_width = 0.5},
      {.id = "iclr",
       .name = "ICLR",
       .year = 2024,
       .source = "iclr2024_conference.sty: text 5.5 by 9 inches, 10 pt",
       .widths = {{"text", "text width", 5.5 * inch}, {"half", "half the text", 2.7 * inch}},
       .greatest_height = 9 * inch,
       .font_size = 8},
      {.id = "cvpr",
       .name = "CVPR",
       .year = 2024,
       .source = "cvpr.sty and its author kit: columns 3.25 inches, text 6.875 by 8.875 inches",
       .widths = {{"single", "one column", 3.25 * inch}, {"double", "two columns", 6.875 * inch}},
       .greatest_height = 8.875 * inch,
       .font_size = 8},
      {.id = "acl",
       .name = "ACL",
       .year = 2024,
       .source = "acl-org.github.io/ACLPUB: columns 7.7 cm, text 16.0 by 24.7 cm",
       .widths = {{"single", "one column", 77}, {"double", "two columns", 160}},
       .greatest_height = 247,
       .font_size = 8},
      {.id = "beamer",
       .name = "Beamer slide 16:9",
       .year = 2024,
       .source = "beamer user guide: aspectratio=169 is 160 by 90 mm, 11 pt",
       .widths = {{"slide", "whole slide", 160}, {"text", "text width", 140}},
       .greatest_height = 90,
       .font_size = 9,
       .least_font_size = 8,
       .line_width = 1.4,
       .least_line_width = 0.4,
       .least_dpi = 150,
       .shape = 160.0 / 90},
      {.id = "a4",
       .name = "A4 worksheet",
       .year = 2024,
       .source = "ISO 216: 210 by 297 mm; margins of 20 mm",
       .widths = {{"text", "text width", 170}},
       .greatest_height = 257,
       .font_size = 11,
       .least_font_size = 9,
       .line_width = 1.2,
       .least_line_width = 0.4,
       .least_dpi = 150}};
}

template <class Thing>
const Thing& with_id(const std::vector<Thing>& things, std::string_view id, std::string_view given) {
  const auto found = std::ranges::find_if(things, [&](const Thing& each) { return each.id == id; });
  if (found != things.end()) return *found;
  std::string ids;
  for (const Thing& each : things) ids += (ids.empty() ? "" : ", ") + each.id;
  throw InputError(Problem{"venue", say("“{}”", given), verbatim(ids)});
}

}  // namespace

const std::vector<Venue>& venues() {
  static const std::vector<Venue> all = all_venues();
  return all;
}

const Venue& venue_named(std::string_view name) {
  return with_id(venues(), name.substr(0, name.find(':')), name);
}

Sheet sheet_for_venue(Sheet sheet, std::string_view name) {
  const std::size_t colon = name.find(':');
  const Venue& venue = venue_named(name);
  const double width = colon == name.npos ? venue.widths.front().millimetres
                                          : with_id(venue.widths, name.substr(colon + 1), name).millimetres;
  sheet.width = width;
  sheet.height = std::min(width / venue.shape, venue.greatest_height);
  sheet.font_size = venue.font_size;
  sheet.line_width = venue.line_width;
  sheet.dpi = std::max<std::int64_t>(venue.least_dpi, 300);
  if (sheet.theme == Sheet().theme) sheet.theme = SheetTheme::print;  // another was chosen by hand
  return sheet;
}

Sheet sheet_for_venue(const Sheet& sheet, std::string_view name, const Figure& figure) {
  Sheet fitted = sheet_for_venue(sheet, name);
  fitted.height = height_with_room(figure, fitted, venue_named(name).greatest_height);
  return fitted;
}

bool is_sheet_of(const Sheet& sheet, std::string_view name) {
  Sheet fitted = sheet_for_venue(sheet, name);
  if (sheet.height > venue_named(name).greatest_height) return false;
  fitted.height = sheet.height;
  fitted.theme = sheet.theme;
  return fitted == sheet;
}

std::optional<std::string> venue_of_sheet(const Sheet& sheet) {
  for (const Venue& venue : venues()) {
    for (const VenueWidth& width : venue.widths) {
      const std::string name = venue.id + ":" + width.id;
      if (is_sheet_of(sheet, name)) return name;
    }
  }
  return {};
}

}  // namespace theta
