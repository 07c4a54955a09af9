// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_legend.h"

#include "core/model/latex.h"
#include "core/write/pgf_heading.h"
#include "core/write/pgf_layers.h"
#include "core/write/pgf_pen.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace theta {
namespace {

// In the sizes of the letters.
constexpr double sample_width = 18.0 / 11, sample_gap = 6.0 / 11, column_gap = 14.0 / 11,
                 entry_height = 16.0 / 11, border = 6.0 / 11, least_type = 0.6;

std::string in_millimetres(double length) { return short_number(length) + "mm"; }

/// Entries stand below each other in columns.
class LegendGrid {
 public:
  LegendGrid(const std::vector<PgfLegendEntry>& entries, const PgfType& type) : em_(type.size) {
    for (const PgfLegendEntry& entry : entries)
      widths_.push_back((sample_width + sample_gap) * em_ + set_width(entry.label, type));
    set_rows(1);
  }

  void set_rows(std::size_t rows) {
    rows_ = rows;
    columns_ = (widths_.size() + rows - 1) / rows;
  }
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  double height() const { return entry_height * em_ * static_cast<double>(rows_); }
  double width() const {
    double sum = static_cast<double>(columns_ - 1) * column_gap * em_;
    for (std::size_t first = 0; first < widths_.size(); first += rows_)
      sum += *std::max_element(at(first), at(std::min(first + rows_, widths_.size())));
    return sum;
  }

 private:
  std::vector<double>::const_iterator at(std::size_t index) const {
    return widths_.begin() + static_cast<std::ptrdiff_t>(index);
  }

  double em_;
  std::vector<double> widths_;
  std::size_t rows_ = 1, columns_ = 1;
};

/// pgfplots fills rows, one after the other.
std::string statements(const std::vector<PgfLegendEntry>& entries, const LegendGrid& grid) {
  std::string text;
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    for (std::size_t column = 0; column < grid.columns(); ++column) {
      const std::size_t index = column * grid.rows() + row;
      if (index < entries.size())
        text += "\\addlegendimage{" + entries[index].sample +
                "}\\addlegendentry[text=" + words_colour_name(entries[index].role) + "]{" +
                latex(entries[index].label) + "}\n";
      else if (row + 1 < grid.rows())
        text += "\\addlegendimage{empty legend}\\addlegendentry{}\n";
    }
  }
  return text;
}

std::string legend_at(const char* corner, const char* anchor, PagePoint shift, std::size_t columns,
                      const std::string& more) {
  return std::string(",\n  legend columns=") + std::to_string(columns) + ",legend style={at={" + corner +
         "},anchor=" + anchor + ",xshift=" + in_millimetres(shift.x()) +
         ",yshift=" + in_millimetres(shift.y()) + more + "}";
}

/// Where a box may stand in a plot: corners first, then the borders' and the rest of a grid; its top left
/// corner.
std::vector<PagePoint> places_in(const Rectangle& plot, double width, double height) {
  constexpr int steps = 8;
  const double right = plot.x_high - width, low = plot.y_low + height;
  std::vector<PagePoint> places = {
      {right, plot.y_high}, {plot.x_low, plot.y_high}, {right, low}, {plot.x_low, low}};
  for (int row = 0; row <= steps; ++row)
    for (int column = 0; column <= steps; ++column)
      places.emplace_back(std::lerp(plot.x_low, right, column / static_cast<double>(steps)),
                          std::lerp(plot.y_high, low, row / static_cast<double>(steps)));
  return places;
}

Rectangle inset(const Rectangle& area, double by) {
  return {area.x_low + by, area.x_high - by, area.y_low + by, area.y_high - by};
}

/// As many rows as the room was kept for; where other letters are wider, they are smaller.
std::string above(const PgfPanel& place, LegendGrid& grid, const PgfStyle& style) {
  const double em = type_of(style).size, room = place.pane_left + place.pane_width - heading_margin * em -
                                                std::max(place.legend_left, 0.0);
  const std::size_t rows = std::max<std::size_t>(place.legend_rows, 1);
  while (grid.rows() < rows || (grid.width() > room && grid.columns() > 1)) grid.set_rows(grid.rows() + 1);
  if (grid.rows() > rows) grid.set_rows(rows);
  const double smaller = std::clamp(room / grid.width(), least_type, 1.0);
  return legend_at("(0,1)", "south west", {place.legend_left - place.left, 6.0 / 11 * em}, grid.columns(),
                   smaller < 1 ? ",font=" + font_command("", smaller * style.font_size) : "");
}

/// In one column or more, where it covers least.
std::string in_plot(LegendGrid& grid, const Rectangle& box, const PgfWords& words) {
  const double em = words.type().size, around = border * em;
  const Rectangle room = inset(box, around);
  double least = std::numeric_limits<double>::infinity();
  PagePoint best;
  std::size_t best_rows = 0;
  const std::size_t count = grid.columns();
  for (std::size_t columns = 1; columns <= count; columns *= 2) {
    grid.set_rows((count + columns - 1) / columns);
    const double width = grid.width() + 2 * around, height = grid.height() + 2 * around;
    if (width > room.x_high - room.x_low || height > room.y_high - room.y_low) continue;
    for (const PagePoint& corner : places_in(room, width, height)) {
      const double covered = words.covered({corner.x(), corner.x() + width, corner.y() - height, corner.y()});
      if (covered >= least) continue;
      least = covered;
      best = corner;
      best_rows = grid.rows();
    }
  }
  if (best_rows == 0) return {};
  grid.set_rows(best_rows);
  return legend_at("(0,0)", "north west", best, grid.columns(),
                   ",theta ground,draw=thetaGrid,draw opacity=1,inner sep=" + in_millimetres(around));
}

}  // namespace

std::vector<PgfLegendEntry> legend_entries(const Panel& panel, const PgfPanel& place, bool with_curves,
                                           const PgfPlot& plot, const PgfStyle& style) {
  std::vector<PgfLegendEntry> entries;
  const auto add = [&](const Layer& layer) {
    const Mark& mark = mark_of(layer);
    const std::string sample = mark.label.empty() ? std::string() : legend_sample(layer, style);
    if (!sample.empty()) entries.push_back({sample, mark.role, mark.label});
  };
  for (const Layer& key : panel.keys) add(key);
  std::vector<const Layer*> shown;
  const auto is_curve = [](const Layer* layer) { return std::holds_alternative<Curve>(*layer); };
  for (const Layer& layer : panel.layers) {
    const Curve* curve = std::get_if<Curve>(&layer);
    if (!curve || (with_curves && !plot.shown(curve->x, curve->y).empty())) shown.push_back(&layer);
  }
  if (place.legend_height <= 0) std::ranges::stable_partition(shown, is_curve);
  for (const Layer* layer : shown) add(*layer);
  return entries;
}

PgfLegend write_legend(const Panel& panel, const PgfPanel& place, const std::vector<PgfLegendEntry>& entries,
                       const PgfPlot& plot, const PgfStyle& style, const PgfWords& words) {
  if (entries.empty()) return {};
  LegendGrid grid(entries, words.type());
  std::string options;
  if (place.legend_height > 0) {
    options = above(place, grid, style);
  } else if (const auto room = room_beside_title(panel, place, style); grid.width() <= room) {
    options = legend_at(
        "(1,1)", "east",
        {place.pane_left + place.pane_width - heading_margin * words.type().size - place.left - place.width,
         title_rise(place, style) + 4.0 / 11 * words.type().size},
        grid.columns(), "");
  } else {
    options = in_plot(grid, plot.box(), words);
    if (options.empty()) return {};
  }
  return {options, statements(entries, grid)};
}

std::string legend_styles(const PgfStyle& style) {
  const double em = type_of(style).size;
  const auto in_ems = [&](double count) { return in_millimetres(count * em); };
  const std::string end = in_ems(sample_width), middle = in_ems(sample_width / 2), half = in_ems(4.5 / 11);
  return "  legend style={draw=none,fill=none,text=thetaText,inner sep=0pt,nodes={inner sep=0pt,text "
         "height=" +
         in_ems(0.94) + ",text depth=" + in_ems(entry_height - 0.94) +
         "},\n    /tikz/every odd column/.append style={column sep=" + in_ems(sample_gap) +
         "},/tikz/every even column/.append style={column sep=" + in_ems(column_gap) +
         "}},legend cell align=left,\n"
         "  legend image code/.code={\\draw[mark repeat=2,mark phase=2,##1] plot coordinates {(0mm,0mm)(" +
         middle + ",0mm)(" + end +
         ",0mm)};},\n"
         "  area legend/.style={legend image code/.code={\\path[####1,draw=none] (0mm,-" +
         half + ") rectangle (" + end + "," + half + ");}},\n";
}

}  // namespace theta
