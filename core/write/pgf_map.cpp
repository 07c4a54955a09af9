// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_map.h"

#include "core/model/latex.h"
#include "core/write/pgf_axis.h"
#include "core/write/pgf_pen.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace theta {
namespace {

constexpr std::size_t finest = 300, map_colours = 256;

/// How the cells along one axis lie on the page: pixels side by side, each the cell it shows.
struct Pixels {
  double from = 0, to = 0;
  std::vector<std::size_t> cells = {};
};

/// Each cell that is shown as one pixel; as many as a page can show, where there are more or where a log axis
/// has them of unequal width.
Pixels pixels_of(const std::vector<double>& centres, const AxisPlace& axis) {
  if (centres.empty()) return {};
  const double step =
      centres.size() > 1 ? (centres.back() - centres.front()) / static_cast<double>(centres.size() - 1) : 1;
  const auto place_of_edge = [&](std::size_t cell) {
    const double place = axis.place(centres.front() + (static_cast<double>(cell) - 0.5) * step);
    return std::isfinite(place) ? place : axis.first;
  };
  std::size_t first = 0, end = centres.size();
  while (first < end && place_of_edge(first + 1) <= axis.first) ++first;
  while (first < end && place_of_edge(end - 1) >= axis.last) --end;
  if (first == end) return {};
  Pixels pixels{.from = place_of_edge(first), .to = place_of_edge(end)};
  const std::size_t count = axis.log ? finest : std::min(end - first, finest);
  for (std::size_t i = 0; i < count; ++i) {
    const double part = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
    const double value = axis.value(std::lerp(pixels.from, pixels.to, part));
    const double cell = std::floor((value - centres.front()) / step + 0.5);
    pixels.cells.push_back(
        static_cast<std::size_t>(std::clamp(cell, static_cast<double>(first), static_cast<double>(end - 1))));
  }
  return pixels;
}

std::size_t colour_of(const Map& map, double value) {
  if (!(map.high > map.low)) return map_colours / 2;
  const double place = std::clamp((value - map.low) / (map.high - map.low), 0.0, 1.0);
  return static_cast<std::size_t>(std::lround(place * static_cast<double>(map_colours - 1)));
}

Rgb colour_at(std::span<const Rgb> ramp, double place) {
  if (ramp.size() < 2) return ramp.empty() ? Rgb{} : ramp.front();
  const double steps = place * static_cast<double>(ramp.size() - 1);
  const std::size_t first = std::min(static_cast<std::size_t>(steps), ramp.size() - 2);
  const double part = steps - static_cast<double>(first);
  const auto mixed = [&](std::uint8_t Rgb::*channel) {
    return static_cast<std::uint8_t>(
        std::lround((1 - part) * ramp[first].*channel + part * ramp[first + 1].*channel));
  };
  return {mixed(&Rgb::red), mixed(&Rgb::green), mixed(&Rgb::blue)};
}

std::string hexadecimal(std::size_t byte) {
  constexpr const char* digits = "0123456789abcdef";
  return {digits[byte / 16], digits[byte % 16]};
}

/// The colour scale, as the image's numbers count it.
std::string palette_of(std::span<const Rgb> ramp) {
  std::string text;
  for (std::size_t i = 0; i < map_colours; ++i) {
    const Rgb colour = colour_at(ramp, static_cast<double>(i) / static_cast<double>(map_colours - 1));
    for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) text += hexadecimal(channel);
    if (i % 16 == 15) text += '\n';
  }
  return text;
}

/// In the big points of a PDF.
std::string big_points(double millimetres) { return short_number(millimetres * 72 / 25.4); }

}  // namespace

std::string map_command() {
  return "\\def\\thetaimage#1{\\pgflowlevelsynccm\\csname pgfsys@invoke\\endcsname{#1}}\n";
}

std::string write_map(const Map& map, const PgfPlot& plot, const std::vector<Rgb>& ramp) {
  const Pixels columns = pixels_of(map.x, plot.x()), rows = pixels_of(map.y, plot.y());
  if (columns.cells.empty() || rows.cells.empty()) return {};
  const Rectangle box = plot.box();
  std::string text = "\\clip (0,0) rectangle (" + short_number(box.x_high) + "," + short_number(box.y_high) +
                     ");\n\\thetaimage{q " + big_points(columns.to - columns.from) + " 0 0 " +
                     big_points(rows.to - rows.from) + " " + big_points(columns.from) + " " +
                     big_points(rows.from) + " cm BI /W " + std::to_string(columns.cells.size()) + " /H " +
                     std::to_string(rows.cells.size()) + " /BPC 8 /F /AHx /CS [/I /RGB " +
                     std::to_string(map_colours - 1) + " \\string<\n" + palette_of(ramp) + "\\string>] ID\n";
  for (auto row = rows.cells.rbegin(); row != rows.cells.rend(); ++row) {  // the first lies on top
    for (std::size_t i = 0; i < columns.cells.size(); ++i) {
      text += hexadecimal(colour_of(map, map.values[*row * map.x.size() + columns.cells[i]]));
      if (i % 60 == 59) text += '\n';
    }
    if (!text.ends_with('\n')) text += '\n';
  }
  return text + "\\string> EI Q}\n";
}

std::string colour_bar(const Map& map, const PgfPanel& place, const PgfStyle& style) {
  if (!(map.low < map.high)) return {};
  std::string scale;
  for (const Rgb& colour : style.ramp(map.colours)) scale += " rgb255=(" + channels(colour) + ")";
  const auto share = [&](double value) {  // of the scale, for TeX's numbers are coarse
    return short_number((value - map.low) / (map.high - map.low));
  };
  return ",\n  colormap={theta}{" + scale.substr(1) +
         "},point meta min=0,point meta max=1,\n  colorbar,colorbar style={theta colour bar," +
         tick_options('y', place.colour_ticks, share) +
         (map.mark.label.empty() ? "" : ",ylabel={" + latex(map.mark.label) + "}") + "}";
}

}  // namespace theta
