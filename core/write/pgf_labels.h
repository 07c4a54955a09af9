// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_plot.h"
#include "core/write/pgf_words.h"

#include <optional>
#include <string>
#include <vector>

namespace theta {

/// The words of layers: notes, names at arrows' tips, arcs, rules and spans.
std::string write_labels(const std::vector<Layer>& layers, const PgfPlot& plot, PgfWords& words);

/// The names of curves, each beside its curve; nothing where one of them finds no room: then they belong into
/// a legend, all of them.
std::optional<std::string> write_curve_names(const std::vector<Layer>& layers, const PgfPlot& plot,
                                             PgfWords& words);

}  // namespace theta
