// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <optional>
#include <vector>

namespace theta {

/// The one curve that several are stretches of, from where the first begins to where the last ends: they look
/// alike, overlap, and lie on each other to a part in 10⁹ as far as they do, such as one line that is cut by
/// other axes. None where there is no such curve, or where one has a gap or does not go from left to right.
/// Not empty.
std::optional<Curve> joined_curve(const std::vector<const Curve*>& curves);

}  // namespace theta
