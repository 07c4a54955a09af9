// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/write/every_layer.h"
#include "tests/core/write/grid_layout.h"

#include <cstddef>
#include <string>
#include <vector>

// Figures as LaTeX, and what stands in them.

namespace theta {

std::string written_in(const std::vector<PgfPanel>& places, const Figure& figure, const PgfStyle& style);
std::string written(const Figure& figure, const PgfStyle& style = plain_style());

/// A figure of one panel with one layer.
Figure figure_of(const Layer& layer, const Axis& x = {}, const Axis& y = {});

/// All coordinates after a text up to the end of the statement.
std::vector<Point> coordinates(const std::string& text, const std::string& after);

std::size_t count(const std::string& text, const std::string& what);

}  // namespace theta
