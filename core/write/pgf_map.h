// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_plot.h"

#include <string>
#include <vector>

namespace theta {

/// Defines the command that maps are written with: what stands in it goes into the page's stream as it is.
std::string map_command();

/// A map as a picture in the page's stream, a pixel a cell, in 256 colours, to stand before its axis in a
/// scope whose origin is the plot's lower left corner. pgfplots' own means would be a second for a thousand
/// cells, and areas of few colours; this PDF's readers show as they show a picture, and it needs no other
/// file.
std::string write_map(const Map& map, const PgfPlot& plot, const std::vector<Rgb>& ramp);

/// Options of an axis that give it the map's colour bar.
std::string colour_bar(const Map& map, const PgfPanel& place, const PgfStyle& style);

}  // namespace theta
