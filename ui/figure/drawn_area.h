// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/coordinates.h"
#include "ui/figure/occupancy.h"
#include "ui/figure/polyline.h"

#include <QPointF>

#include <span>
#include <vector>

namespace theta {

constexpr double handle_reach = 10;

/// Where a panel's layers and handles are drawn: what words had better not cover. Shaded areas and maps may
/// be written on. `curves`: a layer each; empty for what is no curve. `lines`: by how much the theme's lines
/// and markers are larger than the layers say.
Occupancy drawn_area(const Panel& panel, const Coordinates& at, std::span<const std::vector<Polyline>> curves,
                     std::span<const QPointF> handles, double lines);

}  // namespace theta
