// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/panel_layout.h"

#include "ui/figure/legend.h"
#include "ui/figure/upright_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>
#include <variant>

namespace theta {
namespace {

constexpr double padding = 14, heading_margin = 16, tick_gap = 8, tick_height = 11, colour_bar_width = 10,
                 colour_bar_gap = 12;

struct Margins {
  double left = 0, top = 0, right = 0, bottom = 0;
};

double widest(const std::vector<Tick>& marks, const Lettering& fonts) {
  double width = 0;
  for (const Tick& tick : marks) width = std::max(width, set_text(tick.label, fonts).width);
  return width;
}

/// What a label takes of its axis' length.
double extent(const Tick& tick, bool upright, const Lettering& fonts) {
  return upright ? fonts.size : set_text(tick.label, fonts).width;
}

bool labels_fit(const Axis& axis, const std::vector<Tick>& marks, double length, bool upright,
                const Lettering& fonts) {
  const double between = axis.scale == AxisScale::category ? 0.5 : 1.2;  // names are told apart sooner
  const double gap = upright ? 0.9 * fonts.size : between * fonts.size;
  const double low = along(axis, axis.low), range = along(axis, axis.high) - low;
  double free_from = -1e9;
  for (const Tick& tick : marks) {
    const double half = extent(tick, upright, fonts) / 2,
                 place = (along(axis, tick.at) - low) / range * length;
    if (place - half < free_from) return false;
    free_from = place + half + gap;
  }
  return true;
}

/// Every n-th label only, for axes whose ticks cannot be fewer.
std::vector<Tick> every(std::size_t n, const std::vector<Tick>& marks) {
  std::vector<Tick> some;
  for (std::size_t i = 0; i < marks.size(); i += n) some.push_back(marks[i]);
  return some;
}

/// Every second, third or n-th of the marks, as many as have room.
std::vector<Tick> fitting_part(const Axis& axis, const std::vector<Tick>& marks, double length,
                               const Lettering& fonts, bool upright = false) {
  for (std::size_t n = 2; n < marks.size(); ++n) {
    std::vector<Tick> some = every(n, marks);
    if (labels_fit(axis, some, length, upright, fonts)) return some;
  }
  return marks.empty() ? marks : std::vector<Tick>{marks.front()};
}

constexpr int most_names = 24;

/// Names on two lines by turns, where one line has no room for them; none where two have neither.
std::vector<Tick> on_two_lines(const Axis& axis, double length, const Lettering& fonts) {
  std::vector<Tick> marks = ticks(axis, most_names), lower;
  for (std::size_t i = 1; i < marks.size(); i += 2) lower.push_back(marks[i]);
  if (!labels_fit(axis, every(2, marks), length, false, fonts) ||
      !labels_fit(axis, lower, length, false, fonts))
    return {};
  for (std::size_t i = 1; i < marks.size(); i += 2) marks[i].line = 1;
  return marks;
}

int lines_of(const std::vector<Tick>& marks) {
  return std::ranges::any_of(marks, [](const Tick& tick) { return tick.line > 0; }) ? 2 : 1;
}

/// The rectangles of the grid's cells, with gaps around and between.
class Grid {
 public:
  Grid(const std::vector<PanelShape>& panels, QSizeF size, double row_gap) : size_(size), row_gap_(row_gap) {
    for (const PanelShape& panel : panels) {
      rows_ = std::max(rows_, panel.cell.row + panel.cell.rows);
      columns_ = std::max(columns_, panel.cell.column + panel.cell.columns);
    }
  }
  QRectF pane(const Cell& cell) const {
    const double left = column_edge(cell.column), right = column_edge(cell.column + cell.columns) - gutter;
    const double top = row_edge(cell.row), bottom = row_edge(cell.row + cell.rows) - row_gap_;
    return QRectF(QPointF(left, top), QPointF(std::max(right, left + 1), std::max(bottom, top + 1)));
  }

 private:
  /// Where the n-th of `count` cells starts, on a whole pixel so that hairlines are sharp.
  static double edge(int n, int count, double length, double gap) {
    return std::round(gap + n * (length - gap) / std::max(count, 1));
  }
  double column_edge(int n) const { return edge(n, columns_, size_.width(), gutter); }
  double row_edge(int n) const { return edge(n, rows_, size_.height(), row_gap_); }

  int rows_ = 1, columns_ = 1;
  QSizeF size_;
  double row_gap_;
};

Margins margins(const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  const PanelShape& shape = place.shape;
  const double scale = theme.type;
  const Spacing air = spacing(theme);
  Margins margins{padding, shape.titled() ? air.plot * scale : padding, padding, padding};
  if (!place.legend_room.isEmpty()) margins.top += place.legend_room.height();
  if (shape.frame == Frame::axes && !shape.polar) {
    margins.left += widest(place.y_ticks, fonts.tick) + tick_gap * scale;
    if (shows_label(shape.y))
      margins.left += 20 * scale + upright_words(shape.y.label, place, theme, fonts.tick).more_width(theme);
    margins.bottom = air.foot + (tick_gap + tick_height + (lines_of(place.x_ticks) - 1) * tick_line) * scale;
    if (shows_label(shape.x)) margins.bottom += air.axis_title * scale;
    margins.right = std::max(padding, widest(place.x_ticks, fonts.tick) / 2 + 4);
  }
  if (shape.coloured) margins.right += (colour_bar_gap + colour_bar_width + 6 + 40) * scale;
  if (!shape.colours_name.empty())
    margins.right +=
        18 * scale + upright_words(shape.colours_name, place, theme, fonts.tick).more_width(theme);
  return margins;
}

/// Rows for a legend that fits neither beside the title nor, most often, among the curves of a small plot. By
/// the names alone, so that nothing moves while a curve does.
void keep_legend_room(PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  constexpr double small = 500, low = 220, least_plot = 30, tall_plot = 120, crushed_plot = 12;
  constexpr std::size_t many = 2, usual_rows = 2, most_rows = 4;
  const PanelShape& shape = place.shape;
  const Spacing air = spacing(theme);
  const double width = place.pane.width() - heading_margin - air.right;
  const bool asked = shape.legend_above || shape.legend_hides,
             large = place.pane.width() > small * theme.type &&
                     !(theme.for_files && place.pane.height() < low) && !asked;
  const bool may_need_one = shape.names.size() >= many || shape.needs_legend || shape.legend_hides;
  const bool framed = shape.frame == Frame::axes || asked;
  if (!may_need_one || large || !framed) return;
  Legend legend{.entries = {}, .boxed = false, .top_left = {}};
  for (const Text& name : shape.names) legend.entries.push_back({.name = set_text(name, fonts.label)});
  legend.columns = legend.entries.size();
  if (set_text(shape.title, fonts.title).width + heading_margin + legend_size(legend, theme).width() <= width)
    return;
  fit_columns(legend, width, theme);
  const double left = place.pane.height() -
                      (air.plot + tick_gap + tick_height + air.axis_title) * theme.type -
                      legend_size(legend, theme).height();
  const bool is_high = legend.rows() > usual_rows;
  if (shape.legend_above ? left < crushed_plot  // a key that says what was varied stays
                         : legend.rows() > most_rows || left < (is_high && !asked ? tall_plot : least_plot))
    return;
  place.legend_rows = legend.rows();
  place.legend_room =
      QRectF(QPointF(place.pane.left() + heading_margin, place.pane.top() + (air.plot - 6) * theme.type),
             QSizeF(width, legend_size(legend, theme).height()));
}

QRectF within(const QRectF& pane, const Margins& margins) {
  const QRectF plot = pane.adjusted(margins.left, margins.top, -margins.right, -margins.bottom);
  const QPointF corner(std::round(plot.left()), std::round(plot.top()));
  return QRectF(corner,
                QSizeF(std::max(20.0, std::floor(plot.width())), std::max(20.0, std::floor(plot.height()))));
}

void put_ticks(PanelPlace& place, const QRectF& plot, const Letterings& fonts) {
  PanelShape& shape = place.shape;
  if (shape.frame != Frame::axes) return;
  if (shape.polar) {
    const Axis turn{.low = 0, .high = 2 * std::numbers::pi * (1 - 1e-6), .multiples_of_pi = true};
    place.x_ticks = ticks(shape.x.multiples_of_pi || shape.x.scale != AxisScale::category ? turn : shape.x,
                          plot.height() > 260 ? 12 : 8);
    place.y_ticks = ticks(shape.y, std::max(2, static_cast<int>(plot.height() / 90)));
    place.rim = 22 * fonts.tick.size / 11;
    return;
  }
  place.x_ticks = fitting_ticks(shape.x, plot.width(), false, fonts.tick);
  const bool alike = shape.equal_aspect && shape.x.low == shape.y.low && shape.x.high == shape.y.high &&
                     shape.x.multiples_of_pi == shape.y.multiples_of_pi;
  place.y_ticks = alike ? place.x_ticks : fitting_ticks(shape.y, plot.height(), true, fonts.tick);
}

/// Makes the plot as tall or wide as its axes ask for with square units, and lets the pane end where it does,
/// so that the label below stays near.
void fit_plot(PanelPlace& place) {
  const Axis &x = place.shape.x, &y = place.shape.y;
  const double unit = std::min(place.plot.width() / (x.high - x.low), place.plot.height() / (y.high - y.low));
  const double below = place.pane.bottom() - place.plot.bottom();
  place.plot.setSize({std::max(20.0, std::round(unit * (x.high - x.low))),
                      std::max(20.0, std::round(unit * (y.high - y.low)))});
  place.pane.setBottom(place.plot.bottom() + below);
}

/// Whether it shares its edges with the other panels of its column and its row.
bool is_aligned(const PanelShape& shape) {
  return shape.frame == Frame::axes && !shape.polar && !shape.equal_aspect;
}

/// By the first column and the number of columns a panel fills, or rows.
struct SharedMargins {
  std::map<std::pair<int, int>, Margins> columns, rows;
};

SharedMargins shared_margins(const std::vector<PanelPlace>& places, const Theme& theme,
                             const Letterings& fonts) {
  SharedMargins shared;
  for (const PanelPlace& place : places) {
    if (!is_aligned(place.shape)) continue;
    const Margins own = margins(place, theme, fonts);
    const Cell& cell = place.shape.cell;
    Margins& column = shared.columns[{cell.column, cell.columns}];
    column.left = std::max(column.left, own.left);
    column.right = std::max(column.right, own.right);
    Margins& row = shared.rows[{cell.row, cell.rows}];
    row.bottom = std::max(row.bottom, own.bottom);
  }
  return shared;
}

/// What follows from where the plot stands.
void put_around_plot(PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  PanelShape& shape = place.shape;
  if (shape.equal_aspect && !shape.polar) make_square(shape.x, shape.y, place.plot.size());
  put_ticks(place, place.plot, fonts);
  if (shape.coloured)
    place.colour_bar = QRectF(place.plot.right() + colour_bar_gap * theme.type, place.plot.top(),
                              colour_bar_width * theme.type, place.plot.height());
}

void put_plot(PanelPlace& place, const SharedMargins& shared, const Theme& theme, const Letterings& fonts) {
  PanelShape& shape = place.shape;
  Margins taken = margins(place, theme, fonts);
  if (is_aligned(shape)) {
    const Margins& column = shared.columns.at({shape.cell.column, shape.cell.columns});
    taken = {column.left, taken.top, column.right, shared.rows.at({shape.cell.row, shape.cell.rows}).bottom};
  }
  place.plot = within(place.pane, taken);
  if (shape.equal_aspect && !shape.polar && shape.frame == Frame::axes) fit_plot(place);
  put_around_plot(place, theme, fonts);
}

}  // namespace

PanelShape shape_of(const Panel& panel) {
  PanelShape shape{panel.id,    panel.x,    panel.y,     panel.frame, panel.equal_aspect,
                   panel.polar, panel.cell, panel.title, panel.hint,  {}};
  shape.legend_above = panel.legend_above;
  for (const Layer& key : panel.keys) shape.names.push_back(mark_of(key).label);
  for (const Layer& layer : panel.layers) {
    if (shows_in_legend(layer)) {
      shape.names.push_back(mark_of(layer).label);
      shape.needs_legend |= !std::holds_alternative<Curve>(layer);
    }
    if (const Map* map = std::get_if<Map>(&layer)) {
      shape.coloured = true;
      if (shape.colours_name.empty()) shape.colours_name = map->mark.label;
    }
  }
  return shape;
}

std::vector<PanelShape> shapes_of(const Figure& figure) {
  std::vector<PanelShape> shapes;
  for (const Panel& panel : figure.panels) shapes.push_back(shape_of(panel));
  return shapes;
}

Spacing spacing(const Theme& theme) {
  if (theme.for_files)
    return {.title_baseline = 13, .plot = 26, .foot = 5, .axis_title = 14, .right = 4, .row_gap = 6};
  return {};
}

void move_plot(PanelPlace& place, const PanelShape& shape, const QRectF& plot, const Theme& theme) {
  if (plot == place.plot) return;
  const bool fitted = shape.equal_aspect && !shape.polar && shape.frame == Frame::axes;
  if (fitted) place.pane.setBottom(place.pane.bottom() + plot.bottom() - place.plot.bottom());
  place.plot = plot;
  place.shape.x = shape.x;
  place.shape.y = shape.y;
  put_around_plot(place, theme, letterings(theme));
}

std::vector<Tick> fitting_ticks(const Axis& axis, double length, bool upright, const Lettering& fonts) {
  if (axis.scale == AxisScale::category && !upright) {
    const std::vector<Tick> all = ticks(axis, most_names);
    if (labels_fit(axis, all, length, upright, fonts)) return all;
    if (std::vector<Tick> lowered = on_two_lines(axis, length, fonts); !lowered.empty()) return lowered;
    return fitting_part(axis, all, length, fonts);
  }
  const double room = upright ? 3.2 * fonts.size : 4.5 * fonts.size;
  const int roomy = std::clamp(static_cast<int>(length / room), 2, 24);
  for (int most = roomy; most > 1; --most) {
    std::vector<Tick> marks = ticks(axis, most);
    if (!labels_fit(axis, marks, length, upright, fonts)) continue;
    // A single number names a place but no unit: closer ones, where they fit.
    for (int more = roomy + 1; more <= roomy + 3 && marks.size() < 2; ++more) {
      std::vector<Tick> closer = ticks(axis, more);
      if (labels_fit(axis, closer, length, upright, fonts)) marks = std::move(closer);
    }
    return marks;
  }
  return fitting_part(axis, ticks(axis, 2), length, fonts, upright);
}

std::vector<PanelPlace> lay_out(const std::vector<PanelShape>& panels, const Theme& theme, QSizeF size,
                                std::optional<std::size_t> alone) {
  std::vector<PanelPlace> places;
  const Letterings fonts = letterings(theme);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    if (alone && *alone != i) continue;
    PanelPlace place;
    place.panel = i;
    place.shape = panels[i];
    if (alone) place.shape.cell = {};
    places.push_back(place);
  }
  std::vector<PanelShape> shown;
  for (const PanelPlace& place : places) shown.push_back(place.shape);
  const Grid grid(shown, size, spacing(theme).row_gap);

  for (PanelPlace& place : places) {
    place.pane = grid.pane(place.shape.cell);
    keep_legend_room(place, theme, fonts);
    put_ticks(place, within(place.pane, {60, spacing(theme).plot, padding, 40}), fonts);
  }
  // Once more where names took another number of lines than their margins were made for.
  for (int round = 0; round < 2; ++round) {
    const SharedMargins shared = shared_margins(places, theme, fonts);
    bool as_expected = true;
    for (PanelPlace& place : places) {
      const int lines = lines_of(place.x_ticks);
      place.pane = grid.pane(place.shape.cell);
      place.shape.x = panels[place.panel].x;
      place.shape.y = panels[place.panel].y;
      put_plot(place, shared, theme, fonts);
      as_expected &= lines_of(place.x_ticks) == lines;
    }
    if (as_expected) break;
  }
  return places;
}

}  // namespace theta
