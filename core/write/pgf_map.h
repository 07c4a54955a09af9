// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_plot.h"

#include <string>
#include <vector>

namespace theta {

/// Defines the command that maps are written with, a rectangle of the page.
std::string map_command();

/// A map's cells as areas in millimetres from the plot's lower left corner, to stand before its axis:
/// pgfplots takes a second for a thousand cells. Each level of colour is one area that lies on those below,
/// so that no seams show between cells.
std::string write_map(const Map& map, const PgfPlot& plot, const std::vector<Rgb>& ramp);

/// Options of an axis that give it the map's colour bar.
std::string colour_bar(const Map& map, const PgfPlot& plot, const PgfStyle& style);

}  // namespace theta
