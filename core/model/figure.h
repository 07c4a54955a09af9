// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "core/model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// A figure is plain data: what is drawn, in the coordinates of its axes. It knows nothing of pixels or fonts.
// All numbers are finite, but for gaps: a NaN in a layer's y (low, high) cuts the line there. Two figures are
// equal where all in them is; gaps equal each other.

namespace theta {

/// What a colour stands for; a theme says which colour that is.
enum class Role : std::uint8_t {
  series_1,
  series_2,
  series_3,
  series_4,
  series_5,
  series_6,
  series_7,
  series_8,
  positive,
  negative,
  highlight,
  muted,
  ink
};

/// The role of the n-th series, counted from 0; from the ninth on they repeat, and the dash tells them apart.
Role series(std::size_t n);

enum class Dash : std::uint8_t { solid, dashed, dotted, dash_dotted };

/// The n-th series' second cue beside its colour: solid for the first two, then dashes.
Dash series_dash(std::size_t n);

enum class Marker : std::uint8_t { none, disc, square, triangle, diamond };

/// What all layers have: an id for programs, a name for people, a colour.
struct Mark {
  std::string id;
  Text label = {};  ///< empty: not named in the panel
  Role role = Role::series_1;
  bool control = false;  ///< there to be clicked or dragged: files leave it out
  bool operator==(const Mark&) const = default;
};

struct Curve {
  Mark mark;
  std::vector<double> x = {}, y = {};
  Dash dash = Dash::solid;
  Marker marker = Marker::none;
  double width = 1.5;  ///< in points of the screen, as all widths
  bool operator==(const Curve& other) const;
};

struct Band {
  Mark mark;
  std::vector<double> x = {}, low = {}, high = {};
  double opacity = 0.15;
  bool operator==(const Band& other) const;
};

struct Points {
  Mark mark;
  std::vector<double> x = {}, y = {};
  Marker marker = Marker::disc;
  double size = 5;
  bool operator==(const Points&) const = default;
};

struct Bars {
  Mark mark;
  std::vector<double> x = {}, y = {};
  double base = 0;
  double width = 0.8;  ///< in units of x
  bool operator==(const Bars&) const = default;
};

enum class ColourScale : std::uint8_t {
  magnitude,
  share,  ///< nothing looks like the ground
  signed_about_zero
};

struct Map {
  Mark mark;
  std::vector<double> x = {}, y = {};  ///< the cells' centres, ascending and evenly spaced
  std::vector<double> values = {};     ///< by rows: values[row · x.size() + column]
  ColourScale colours = ColourScale::magnitude;
  double low = 0, high = 1;  ///< the ends of the colour scale
  bool operator==(const Map&) const = default;
};

struct Arrow {
  Point tail, tip;
  Text label = {};  ///< stands at the tip
  bool operator==(const Arrow&) const = default;
};

struct Arrows {
  Mark mark;
  std::vector<Arrow> arrows = {};
  Dash dash = Dash::solid;
  double width = 2;
  bool heads = true;
  bool operator==(const Arrows&) const = default;
};

struct Polygons {
  Mark mark;
  std::vector<std::vector<Point>> outlines = {};
  double opacity = 0.15;  ///< of the filling; 0 draws the outline alone
  bool outlined = true;
  bool operator==(const Polygons&) const = default;
};

/// Angles in radians, counter-clockwise from the x axis; a whole circle has to = from + 2π.
struct Arc {
  Point centre;
  double radius = 1, from = 0, to = 0;
  Text label = {};  ///< stands outside the middle of the arc
  bool operator==(const Arc&) const = default;
};

struct Arcs {
  Mark mark;
  std::vector<Arc> arcs = {};
  Dash dash = Dash::solid;
  double width = 1;
  double opacity = 0;  ///< of the sector's filling
  bool operator==(const Arcs&) const = default;
};

enum class Direction : std::uint8_t { vertical, horizontal };

/// A line across the whole panel at one coordinate.
struct Rule {
  Mark mark;
  Direction direction = Direction::vertical;
  double at = 0;
  Dash dash = Dash::dashed;
  Text note = {};  ///< words written along it
  bool operator==(const Rule&) const = default;
};

/// A stretch of one axis, shaded across the whole panel.
struct Span {
  Mark mark;
  Direction direction = Direction::vertical;  ///< of its edges: vertical edges bound a stretch of x
  double low = 0, high = 1;
  Text note = {};
  bool operator==(const Span&) const = default;
};

enum class Anchor : std::uint8_t { above, below, left, right, centre };

struct Note {
  Mark mark;
  Text text = {};
  Point at = {};
  Anchor anchor = Anchor::above;  ///< where the words stand, seen from the point
  bool operator==(const Note&) const = default;
};

using Layer = std::variant<Curve, Band, Points, Bars, Map, Arrows, Polygons, Arcs, Rule, Span, Note>;

const Mark& mark_of(const Layer& layer);
Mark& mark_of(Layer& layer);

/// curve, band, points, bars, map, arrows, polygons, arcs, rule, span, note.
std::string kind_id(const Layer& layer);

enum class AxisScale : std::uint8_t { linear, log, category };

struct Axis {
  Text label = {};  ///< with its unit
  AxisScale scale = AxisScale::linear;
  double low = 0, high = 1;      ///< shown; log: both positive; category: −½ … n − ½
  bool multiples_of_pi = false;  ///< ticks at multiples or fractions of π
  bool whole = false;            ///< ticks at whole numbers only
  std::vector<Text> categories = {};
  bool label_shown = true;  ///< false: the label stands at the same axis of another panel
  bool operator==(const Axis&) const = default;
};

/// Whether words stand beside it.
bool shows_label(const Axis& axis);

struct Tick {
  double at = 0;
  Text label;
  int line = 0;  ///< of two lines of labels below an axis the one it stands in, 0 the nearer
  bool operator==(const Tick&) const = default;
};

/// Where the ticks of an axis stand, at most `most` of them: steps of 1, 2 or 5, decades, multiples of π,
/// categories.
std::vector<Tick> ticks(const Axis& axis, int most);

enum class Frame : std::uint8_t {
  axes,   ///< axes with ticks at the left and below
  cross,  ///< lines through the origin, no ticks
  none    ///< nothing but the layers
};

/// The cell of the figure's grid a panel fills.
struct Cell {
  int row = 0, column = 0, rows = 1, columns = 1;
  bool operator==(const Cell&) const = default;
};

/// Something of a panel that can be clicked: the item whose centre is nearest, within reach, sets the
/// parameter.
struct Pick {
  std::string parameter;
  Point centre;
  double reach = 1;  ///< in units of the axes
  Value value;
  Text label = {};
  bool operator==(const Pick&) const = default;
};

struct Panel {
  std::string id;
  Text title = {};
  Text short_title = {};  ///< stands where the title has no room; empty: the title's beginning does
  Text hint = {};         ///< stands at the right of the title: what can be done here
  Axis x = {}, y = {};
  Frame frame = Frame::axes;
  bool equal_aspect = false;
  bool polar = false;  ///< x is an angle in radians, y a radius
  Cell cell = {};
  std::vector<Layer> layers = {};
  std::vector<Layer> keys = {};  ///< without data: in the legend alone, before the layers' names
  bool legend_above = false;     ///< a legend with no room beside the title stands above the plot, not in it
  std::vector<Pick> picks = {};
  std::vector<Text> remarks =
      {};  ///< what a reader must know of this panel: a value left the plot, a limit was met
  bool operator==(const Panel&) const = default;
};

/// How a handle's position and a parameter go together: parameter = scale · coordinate + offset.
struct Binding {
  enum class Coordinate : std::uint8_t { x, y, point, angle, radius };
  std::string parameter;
  Coordinate coordinate = Coordinate::point;
  double scale = 1, offset = 0;
  std::optional<std::size_t> element = {};  ///< of a list of numbers: the one that moves, counted from 0
  bool operator==(const Binding&) const = default;
};

/// From where a unit sphere is looked at (core/math/orthographic.h), in radians.
struct SphereView {
  double longitude = 0, latitude = 0;
  bool operator==(const SphereView&) const = default;
};

/// A ring on a panel that can be dragged; a drag is an edit of the parameters it is bound to and nothing
/// more. It is of the window: a value that belongs to the figure has a layer of its own.
struct Handle {
  std::string id;
  std::string panel;
  Text label = {};
  Point at = {};
  Role role = Role::series_1;
  std::vector<Binding> bindings =
      {};             ///< one with `point`, or at most one of x and one of y, or angle and radius
  Point centre = {};  ///< what angle and radius are counted from
  /// It stands on the side that faces the viewer of a unit sphere about the origin: what its bindings take
  /// for x and y are the longitude and latitude there.
  std::optional<SphereView> sphere = {};
  bool control = false;  ///< of the picture's controls: no file names it
  bool operator==(const Handle&) const = default;
};

/// A named number: what the readings strip shows, a probe reads and every json holds.
struct Reading {
  std::string id;
  Text label;
  double value = 0;  ///< NaN where it has none
  std::string unit = {};
  int significant = 5;  ///< digits; 0 for a count, which has those it has
  bool operator==(const Reading& other) const;
};

/// One column of a figure's table: numbers, of which NaN leaves the cell empty, or words.
struct TableColumn {
  std::string id;
  std::vector<double> numbers = {};
  std::vector<std::string> words = {};
  bool operator==(const TableColumn& other) const;
};

struct Figure {
  Text title;
  std::vector<Panel> panels = {};
  std::vector<Handle> handles = {};
  std::vector<Reading> readings = {};
  std::vector<TableColumn> table = {};  ///< what a file of numbers can hold row by row, where the lab has one
  std::vector<Text> worked = {};        ///< the formula with its numbers, a line each
  Text description = {};                ///< the figure in one or two sentences
  std::vector<Text> remarks = {};       ///< what a reader must know of all panels
  std::string formula = {};             ///< a file of resources/formulas; empty: the one named after the lab
  bool partial = false;                 ///< from fewer samples than the whole figure, in a quick pass
  bool operator==(const Figure&) const = default;
};

const Panel* find_panel(const Figure& figure, std::string_view id);

/// The figure's own remarks, then those of its panels.
std::vector<Text> all_remarks(const Figure& figure);

/// The edit a handle's drag to a place means: parameter ids with their new numbers or points.
struct Move {
  std::string parameter;
  std::variant<double, Point> to;
  std::optional<std::size_t> element = {};
};
std::vector<Move> moves(const Handle& handle, Point to);

/// Why a figure may not be shown: a number that is not finite, lists of unequal length, a handle on no panel;
/// empty when all is well.
std::vector<std::string> faults(const Figure& figure);

}  // namespace theta
