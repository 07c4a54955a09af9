// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheet_options.h"

#include "core/model/change.h"
#include "core/model/on_sheet.h"
#include "core/model/problem.h"
#include "core/model/value_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace theta {
namespace {

constexpr int screen_dpi = 96;
constexpr double pixel = inch / screen_dpi;

struct Length {
  double millimetres = 0;
  bool in_pixels = false;
};

/// What stands behind a number.
std::string_view unit_behind(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of("0123456789."), text.size()));
}

/// A number without a unit is in the other side's.
std::optional<Length> length(std::string_view text, std::string_view other_unit) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return {};
  std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (unit.empty()) unit = other_unit;
  constexpr std::array<std::pair<std::string_view, double>, 6> units = {
      {{"mm", 1}, {"cm", 10}, {"in", inch}, {"pt", typographic_point}, {"px", pixel}, {"", pixel}}};
  for (const auto& [name, millimetres] : units) {
    if (unit == name) return Length{number * millimetres, unit.empty() || unit == "px"};
  }
  return {};
}

/// What a sheet's sides may measure.
Limits side_limits() {
  const std::vector<Field> described = fields<Sheet>();
  return limits_of(described.at(*find_field(described, id_of(&Sheet::width))), to_values(Sheet{}));
}

Sheet with_size(Sheet sheet, const std::string& size) {
  // "900pxx600px": the last x before a digit parts the two.
  std::size_t part = size.npos;
  for (std::size_t i = 1; i + 1 < size.size(); ++i)
    if (size[i] == 'x' && (size[i + 1] == '.' || (size[i + 1] >= '0' && size[i + 1] <= '9'))) part = i;
  std::optional<Length> width, height;
  if (part != size.npos) {
    const std::string_view across = std::string_view(size).substr(0, part),
                           down = std::string_view(size).substr(part + 1);
    width = length(across, unit_behind(down));
    height = length(down, unit_behind(across));
  }
  if (!width || !height)
    throw InputError(Problem{"--size", say("“{}”", size),
                             say("WIDTHxHEIGHT in mm, cm, in, pt or px: 89mmx60mm, 89x60mm, 1200x800")});
  const Limits limits = side_limits();
  for (const Length& side : {*width, *height}) {
    if (side.millimetres >= limits.low && side.millimetres <= limits.high) continue;
    throw InputError(
        Problem{"--size", say("“{}”, {} by {} mm,", size, width->millimetres, height->millimetres),
                say("{} to {} mm a side; numbers without any unit are pixels", limits.low, limits.high)});
  }
  sheet.width = width->millimetres;
  sheet.height = height->millimetres;
  const bool in_pixels = width->in_pixels && height->in_pixels;
  sheet.dpi = in_pixels ? screen_dpi : std::max(sheet.dpi, Sheet().dpi);  // of paper
  return sheet;
}

}  // namespace

Sheet sheet_of(const SheetWords& words, const Sheet& from) {
  Sheet sheet = words.venue ? sheet_for_venue(from, *words.venue) : from;
  if (words.size) sheet = with_size(sheet, *words.size);
  const std::vector<Field> described = fields<Sheet>();
  Values values = to_values(sheet);
  for (std::size_t i = 0; i < described.size(); ++i) {
    const auto given = words.set.find(described[i].name.id);
    if (given != words.set.end()) values[i] = parse_value(described[i], given->second);
  }
  if (const std::vector<Problem> problems = check(described, values); !problems.empty())
    throw InputError(problems);
  sheet = from_values<Sheet>(values);
  sheet.panels = words.panels;
  return sheet;
}

Sheet AskedSheet::for_figure(const Figure& figure) const {
  Sheet fitted = sheet;
  if (height_is_free) fitted.height = height_with_room(figure, sheet, venue->greatest_height);
  return fitted;
}

AskedSheet asked_sheet(const SheetWords& words, const Sheet& from) {
  AskedSheet asked{.sheet = sheet_of(words, from)};
  if (!words.venue) return asked;
  asked.venue = &venue_named(*words.venue);
  asked.height_is_free = !words.size && !words.set.contains(id_of(&Sheet::height));
  return asked;
}

Sheet screen_sheet(int width, int height, bool dark) {
  Sheet sheet;
  sheet.width = width * pixel;
  sheet.height = height * pixel;
  sheet.font_size = 8.25;    // 11 pixels
  sheet.line_width = 1.125;  // 1.5 pixels
  sheet.dpi = screen_dpi;
  sheet.theme = dark ? SheetTheme::dark : SheetTheme::light;
  return sheet;
}

}  // namespace theta
