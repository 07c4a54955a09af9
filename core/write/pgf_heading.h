// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_type.h"

#include <string>
#include <vector>

// What stands around a plot in its pane: the panel's title and those of its axes. Lengths follow the letters.

namespace theta {

constexpr double heading_margin = 16.0 / 11;  ///< from a pane's sides to title and legend, in letters' sizes

/// The lines of a panel's title: one, in its short form where that alone has room, else two.
std::vector<Text> title_lines(const Panel& panel, const PgfPanel& place, const PgfStyle& style);

/// How wide a legend at the right of the title may be.
double room_beside_title(const Panel& panel, const PgfPanel& place, const PgfStyle& style);

/// From the plot's upper edge to the title's baseline.
double title_rise(const PgfPanel& place, const PgfStyle& style);

/// The options of an axis that put titles there.
std::string title_options(const Panel& panel, const PgfPanel& place, const PgfStyle& style);
std::string axis_title_options(const PgfPanel& place, const PgfStyle& style);

}  // namespace theta
