// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/write/origin.h"

#include <string>

namespace theta {

/// A figure's data as a table that spreadsheets and data frames read. Lines that start with `#` hold what it
/// was drawn from, the readings and the axes; then follows one row a sample, the cells it has no use for
/// empty: curve, points, bars: x, y · band: x, low, high · map: x, y, value · arrows (tail, then tip) and
/// polygons: item, x, y · arcs: item, x and y of the centre, low and high of the angle, value of the radius ·
/// rule: x or y · span: low, high · note: x, y. Numbers read back exactly; an empty y cuts a curve.
/// Of a sweep each row says its value of what was varied in one column more, named by the parameter's id and
/// unit; the cell is empty where a layer is the same for all.
/// `state` (core/model/figure_state.h), where it is given, stands in the last of the comments.
std::string write_figure_csv(const Figure& figure, const Origin& origin, const std::string& state = {});

/// The figure's own table, a line a row under its columns' ids, after the same comments but for the axes.
/// Throws InputError where it has none.
std::string write_table_csv(const Figure& figure, const Origin& origin, const std::string& state = {});

}  // namespace theta
