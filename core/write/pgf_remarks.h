// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/figure_pgfplots.h"

#include <string>
#include <vector>

namespace theta {

/// What a reader must know of a figure, in lines at its foot: as many as find room below the panels.
std::string write_remarks(const Figure& figure, const std::vector<PgfPanel>& panels, const PgfStyle& style);

}  // namespace theta
