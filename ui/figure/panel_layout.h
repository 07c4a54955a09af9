// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/coordinates.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QRectF>
#include <QSizeF>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Where the panels of a figure stand, and in them the plots: those of one column share their left and right
// edges.

namespace theta {

/// All of a panel that its place depends on.
struct PanelShape {
  std::string id;
  Axis x, y;
  Frame frame = Frame::axes;
  bool equal_aspect = false, polar = false;
  Cell cell;
  Text title, hint;
  std::vector<Text> names;    ///< of its layers, as a legend has them
  bool needs_legend = false;  ///< has a named layer that is no curve, beside which its name could stand
  bool coloured = false;      ///< has a map, so needs a colour bar
  Text colours_name = {};     ///< along its colour bar
  bool legend_above = false;  ///< in a large panel too
  bool legend_hides = false;  ///< it finds no place in the plot, so one is kept for it at any cost
  bool titled() const { return !title.empty() || !hint.empty(); }
  bool operator==(const PanelShape&) const = default;
};
PanelShape shape_of(const Panel& panel);
std::vector<PanelShape> shapes_of(const Figure& figure);

struct PanelPlace {
  std::size_t panel = 0;  ///< its index in the figure
  PanelShape shape;       ///< with its axes as shown: widened where units are square
  QRectF pane, plot;
  QRectF colour_bar;   ///< empty where there is none
  QRectF legend_room;  ///< above the plot, where a small panel's legend would cover its curves; else empty
  std::size_t legend_rows = 0;  ///< of it
  double rim = 0;               ///< of a polar plot: what its labels take
  std::vector<Tick> x_ticks, y_ticks;
  bool operator==(const PanelPlace&) const = default;

  Coordinates coordinates() const { return theta::coordinates(shape.x, shape.y, plot, shape.polar, rim); }
};

constexpr double gutter = 14;  ///< between panes and around them

/// Above and below a plot, at normal type: a window has air where paper has room for data.
struct Spacing {
  double title_baseline = 24, plot = 40;  ///< from a pane's top
  double foot = 14;                       ///< from the baseline of the words below an axis to a pane's bottom
  double axis_title = 18;                 ///< what such words take of the height
  double right = 16;                      ///< of title and legend, to a pane's right edge
  double row_gap = gutter;                ///< between one row of panes and the next
};
Spacing spacing(const Theme& theme);

constexpr double tick_line = 13;  ///< from a line of words along an axis to the next, at normal type

/// `alone`: the index of the one panel shown; none: all of them.
std::vector<PanelPlace> lay_out(const std::vector<PanelShape>& panels, const Theme& theme, QSizeF size,
                                std::optional<std::size_t> alone = {});

/// Puts a panel's plot elsewhere in its pane: ticks, square units and colour bar follow. `shape`: the
/// panel's, from which it was laid out.
void move_plot(PanelPlace& place, const PanelShape& shape, const QRectF& plot, const Theme& theme);

/// As many ticks as stand `length` pixels long axis without their labels coming near each other.
std::vector<Tick> fitting_ticks(const Axis& axis, double length, bool upright, const Lettering& fonts);

}  // namespace theta
