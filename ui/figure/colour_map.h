// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/coordinates.h"
#include "ui/theme.h"

#include <QImage>
#include <QRgb>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace theta {

/// 256 colours from the low end of a scale to its high one. Magnitudes go from dark violet over green to
/// yellow, ever lighter; shares from the ground to blue; signed values from blue over the ground to copper.
/// The ground is white, or dark in a dark theme, so that lines stand out on it. Without colours shares go
/// from a pale grey to black, the others from black to pale, so that zero stands in the middle.
using ColourTable = std::array<QRgb, 256>;
const ColourTable& colour_table(ColourScale scale, const Theme& theme);

/// The colour of a value; values beyond the ends have the ends' colours.
QRgb colour_of(const ColourTable& table, double value, double low, double high);

/// The cell of a map at a coordinate of its x or y axis; none beyond its edges.
std::optional<std::size_t> cell_at(const std::vector<double>& centres, double value);

/// The map as it fills the plot, `density` pixels of the image to one of the plot; clear beyond the map's
/// edges.
QImage map_image(const Map& map, const Coordinates& at, const ColourTable& colours, double density);

}  // namespace theta
