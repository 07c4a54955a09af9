// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_heading.h"

#include "core/write/pgf_pen.h"
#include "core/write/pgf_plot.h"

#include <algorithm>

namespace theta {
namespace {

// In the sizes of the letters.
constexpr double title_baseline = 24.0 / 11, beside_title = 16.0 / 11, axis_title_inset = 14.0 / 11,
                 below_heading = 36.0 / 11, above_edge = 4.0 / 11, ascent = 0.76;

std::string shifted(double x, double y) {
  return "xshift=" + short_number(x) + "mm,yshift=" + short_number(y) + "mm";
}

double heading_width(const PgfPanel& place, const PgfStyle& style) {
  return place.pane_width - 2 * heading_margin * type_of(style).size;
}

PgfType title_type(const PgfStyle& style) {
  PgfType type = type_of(style);
  type.bold = true;
  return type;
}

/// Below the plot's middle, or as near to it as the pane allows.
std::string below(const PgfPanel& place, const PgfStyle& style) {
  const PgfType type = type_of(style);
  const double inset = above_edge * type.size, room = place.pane_width - 2 * inset;
  const Text label = shortened(place.x.label, room, type);
  const double half = std::min(set_width(label, type), room) / 2, left = place.pane_left + inset;
  const double middle = std::clamp(place.left + place.width / 2, left + half, left + room - half);
  const double baseline = place.pane_top + place.pane_height - axis_title_inset * type.size;
  return ",\n  xlabel={" + stacked({label}, room, "") + "},xlabel style={" +
         shifted(middle - place.left, place.top + place.height - baseline) + "}";
}

/// Turned, so that x points up and y to the left: beside the plot or, where it is longer, as far as title and
/// legend leave room; two lines where one has none.
std::string beside(const PgfPanel& place, const PgfStyle& style) {
  const PgfType type = type_of(style);
  const double top = place.legend_height > 0 ? place.top - 4.0 / 11 * type.size
                                             : place.pane_top + below_heading * type.size,
               bottom = place.pane_top + place.pane_height - above_edge * type.size, room = bottom - top;
  std::vector<Text> lines = broken({place.y.label}, room, type);
  if (lines.size() > 2) lines = {shortened(place.y.label, room, type)};
  double longest = 0;
  for (const Text& each : lines) longest = std::max(longest, set_width(each, type));
  const double half = std::min(longest, room) / 2;
  const double middle = std::clamp(place.top + place.height / 2, top + half, bottom - half);
  const double baseline = place.pane_left + (axis_title_inset + ascent) * type.size;
  return ",\n  ylabel={" + stacked(lines, 2 * half, "\\centering") + "},ylabel style={" +
         shifted(place.top + place.height - middle, place.left - baseline) + "}";
}

}  // namespace

std::vector<Text> title_lines(const Panel& panel, const PgfPanel& place, const PgfStyle& style) {
  const PgfType type = title_type(style);
  const double room = heading_width(place, style);
  std::vector<Text> titles = {panel.title};
  if (!panel.short_title.empty()) titles.push_back(panel.short_title);
  for (const std::size_t lines : {1u, 2u}) {
    for (const Text& title : titles)
      if (std::vector<Text> set = broken({title}, room, type); set.size() <= lines) return set;
  }
  return {shortened(titles.back(), room, type)};
}

double room_beside_title(const Panel& panel, const PgfPanel& place, const PgfStyle& style) {
  const double room = heading_width(place, style);
  if (panel.title.empty()) return room;
  const std::vector<Text> lines = title_lines(panel, place, style);
  const PgfType type = title_type(style);
  return lines.size() > 1 ? 0 : room - set_width(lines.front(), type) - beside_title * type.size;
}

double title_rise(const PgfPanel& place, const PgfStyle& style) {
  return place.top - place.pane_top - title_baseline * type_of(style).size;
}

std::string title_options(const Panel& panel, const PgfPanel& place, const PgfStyle& style) {
  if (panel.title.empty()) return {};
  const PgfType type = type_of(style);
  return ",\n  title={" +
         stacked(title_lines(panel, place, style), heading_width(place, style), "\\raggedright") +
         "},title style={font=" + font_command("\\bfseries", style.font_size) + "," +
         shifted(place.pane_left + heading_margin * type.size - place.left, title_rise(place, style)) + "}";
}

std::string axis_title_options(const PgfPanel& place, const PgfStyle& style) {
  return (shows_label(place.x) ? below(place, style) : "") +
         (shows_label(place.y) ? beside(place, style) : "");
}

}  // namespace theta
