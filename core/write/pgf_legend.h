// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_plot.h"
#include "core/write/pgf_words.h"

#include <string>
#include <vector>

namespace theta {

struct PgfLegendEntry {
  std::string sample;  ///< the options it is drawn with
  Role role = Role::series_1;
  Text label;
};

/// What a panel's legend holds: its keys, then its named layers; curves only where their names do not stand
/// beside them, and then before all else but where room was kept for the legend.
std::vector<PgfLegendEntry> legend_entries(const Panel& panel, const PgfPanel& place, bool with_curves,
                                           const PgfPlot& plot, const PgfStyle& style);

struct PgfLegend {
  std::string options, entries;  ///< of the axis, and statements within it; both empty: none
};

/// In the room kept for it above the plot, at the right of the title, or where the plot is emptiest: there
/// with a ground of its own, and not at all where it would not lie within the plot.
PgfLegend write_legend(const Panel& panel, const PgfPanel& place, const std::vector<PgfLegendEntry>& entries,
                       const PgfPlot& plot, const PgfStyle& style, const PgfWords& words);

/// The pgfplots styles of all legends of a figure.
std::string legend_styles(const PgfStyle& style);

}  // namespace theta
