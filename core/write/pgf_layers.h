// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/write/pgf_plot.h"
#include "core/write/pgf_words.h"

#include <string>
#include <vector>

namespace theta {

/// A panel's layers as statements within its pgfplots axis, clipped to the plot, in the order of the layers;
/// after them their words, where they cover nothing. Maps stand before the axis (core/write/pgf_map.h). What
/// is drawn is noted in `words`, so that a legend keeps clear of it.
std::string write_layers(const std::vector<Layer>& layers, const PgfPlot& plot, const PgfStyle& style,
                         PgfWords& words);

/// The options a layer's sample in the legend is drawn with; empty for kinds a legend does not show.
std::string legend_sample(const Layer& layer, const PgfStyle& style);

}  // namespace theta
