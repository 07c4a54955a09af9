// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <vector>

namespace theta {

/// Points along an arc, of at most one whole turn, so close that no chord between them is farther than `flat`
/// from it where it is drawn with that radius: both in one unit.
std::vector<Point> arc_points(const Arc& arc, double drawn_radius, double flat);

}  // namespace theta
