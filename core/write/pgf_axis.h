// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_plot.h"

#include <functional>
#include <string>
#include <vector>

namespace theta {

/// The pgfplots styles that all axes of a figure share.
std::string axis_styles(const PgfStyle& style);

/// "xtick={0,1},xticklabels={{0},{$\\pi$}}"
std::string tick_options(char axis, const std::vector<Tick>& ticks,
                         const std::function<std::string(double)>& number);

/// The options of the axis of one panel, but for its legend and its colour bar.
std::string axis_options(const Panel& panel, const PgfPanel& place, const PgfPlot& plot,
                         const PgfStyle& style);

/// What stands behind the layers where pgfplots draws no axes: a cross through the origin, a polar grid.
std::string write_frame(const Panel& panel, const PgfPanel& place, const PgfPlot& plot,
                        const PgfStyle& style);

}  // namespace theta
