// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/figure_pgfplots.h"

#include <string>

namespace theta {

/// "68,1,84"
std::string channels(Rgb colour);
std::string define_colour(const std::string& name, Rgb colour);

/// Switches to a font size in points.
std::string font_command(const std::string& series, double size);

/// The names under which a figure's file defines a role's colour, and that of its words.
std::string colour_name(Role role);
std::string words_colour_name(Role role);

/// TikZ options of a line, an area and a marker of one role.
std::string line_options(Role role, double width, Dash dash, const PgfStyle& style);
std::string area_options(Role role, double opacity);
std::string marker_options(Role role, Marker marker, double size, const PgfStyle& style);

}  // namespace theta
