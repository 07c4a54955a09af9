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

constexpr int levels = 65;  // odd: 0 of a scale about it has the colour in the middle
constexpr std::size_t most_cells = 160;

/// A cell's part of an axis on the page.
struct Stretch {
  double from, to;
  std::size_t cell;
};

/// The cells that are shown, of many only some, as wide as their neighbours together.
std::vector<Stretch> stretches(const std::vector<double>& centres, const AxisPlace& axis) {
  if (centres.empty()) return {};
  const double half = centres.size() > 1
                          ? (centres.back() - centres.front()) / static_cast<double>(centres.size() - 1) / 2
                          : 0.5;
  std::vector<Stretch> all;
  for (std::size_t i = 0; i < centres.size(); ++i) {
    const auto edge = [&](double value) {
      const double place = axis.place(value);
      return std::isfinite(place) ? std::clamp(place, axis.first, axis.last) : axis.first;
    };
    const Stretch cell{edge(centres[i] - half), edge(centres[i] + half), i};
    if (cell.from < cell.to) all.push_back(cell);
  }
  const std::size_t group = (all.size() + most_cells - 1) / most_cells;
  std::vector<Stretch> some;
  for (std::size_t i = 0; i < all.size(); i += group) {
    const std::size_t last = std::min(i + group, all.size()) - 1;
    some.push_back({all[i].from, all[last].to, all[(i + last) / 2].cell});
  }
  return some;
}

int level_of(const Map& map, double value) {
  if (!(map.high > map.low)) return levels / 2;
  const double place = std::clamp((value - map.low) / (map.high - map.low), 0.0, 1.0);
  return std::min(static_cast<int>(place * levels), levels - 1);
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

/// Cells of one row side by side, over the rows in which they stay the same; as places in the stretches.
struct Block {
  std::size_t first_column, last_column, first_row, last_row;
};

/// The cells on or above a level as blocks.
std::vector<Block> blocks_above(const std::vector<std::vector<int>>& rows, int level) {
  std::vector<Block> done, open;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::vector<Block> here;
    const std::vector<int>& cells = rows[row];
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (cells[column] < level) continue;
      const std::size_t first = column;
      while (column + 1 < cells.size() && cells[column + 1] >= level) ++column;
      here.push_back({first, column, row, row});
    }
    for (const Block& block : open) {
      const auto same = std::ranges::find_if(here, [&](const Block& each) {
        return each.first_column == block.first_column && each.last_column == block.last_column;
      });
      if (same == here.end())
        done.push_back(block);
      else
        same->first_row = block.first_row;
    }
    open = std::move(here);
  }
  done.insert(done.end(), open.begin(), open.end());
  return done;
}

}  // namespace

std::string map_command() {
  return "\\def\\thetacell#1,#2,#3,#4;{\\pgfpathrectanglecorners{\\pgfqpoint{#1mm}{#2mm}}"
         "{\\pgfqpoint{#3mm}{#4mm}}}\n";
}

std::string write_map(const Map& map, const PgfPlot& plot, const std::vector<Rgb>& ramp) {
  const std::vector<Stretch> columns = stretches(map.x, plot.x()), heights = stretches(map.y, plot.y());
  if (columns.empty() || heights.empty()) return {};
  std::vector<std::vector<int>> rows;
  std::vector<bool> present(levels, false);
  for (const Stretch& row : heights) {
    rows.emplace_back();
    for (const Stretch& column : columns) {
      rows.back().push_back(level_of(map, map.values[row.cell * map.x.size() + column.cell]));
      present[static_cast<std::size_t>(rows.back().back())] = true;
    }
  }
  std::string text;
  for (int level = 0; level < levels; ++level) {
    if (!present[static_cast<std::size_t>(level)]) continue;
    for (const Block& block : blocks_above(rows, level)) {
      text += "\\thetacell " + short_number(columns[block.first_column].from) + "," +
              short_number(heights[block.first_row].from) + "," +
              short_number(columns[block.last_column].to) + "," + short_number(heights[block.last_row].to) +
              ";\n";
    }
    text += define_colour("thetaLevel", colour_at(ramp, (level + 0.5) / levels)) +
            "\\pgfsetfillcolor{thetaLevel}\\pgfusepath{fill}\n";
  }
  return text;
}

std::string colour_bar(const Map& map, const PgfPlot& plot, const PgfStyle& style) {
  if (!(map.low < map.high)) return {};
  std::string colours;
  for (const Rgb& colour : style.ramp(map.colours)) colours += " rgb255=(" + channels(colour) + ")";
  const Axis scale{.low = map.low, .high = map.high};
  const int most = static_cast<int>(plot.box().y_high / (3.2 * style.font_size * millimetres_a_point));
  const auto share = [&](double value) {  // of the scale, for TeX's numbers are coarse
    return short_number((value - map.low) / (map.high - map.low));
  };
  return ",\n  colormap={theta}{" + colours.substr(1) +
         "},point meta min=0,point meta max=1,\n  colorbar,colorbar style={theta colour bar," +
         tick_options('y', ticks(scale, std::max(2, most)), share) +
         (map.mark.label.empty() ? "" : ",ylabel={" + latex(map.mark.label) + "}") + "}";
}

}  // namespace theta
