// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

namespace theta {

/// The figure with the samples alone that lie within its axes: of curves, bands, points, bars and maps. A
/// curve that leaves the axes and comes back is cut there. What is drawn as a shape stays whole.
Figure visible_part(Figure figure);

}  // namespace theta
