// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/features.h"

#include <functional>
#include <vector>

namespace theta {

/// The arcs of the circle on which a condition holds, each from `low` counter-clockwise to `high`, in
/// radians, with low in [−π, π) and high − low at most 2π. Found between even samples and refined by
/// bisection; an arc that holds no sample is not seen.
std::vector<Interval> circle_sectors(const std::function<bool(double)>& holds, int samples = 720);

}  // namespace theta
