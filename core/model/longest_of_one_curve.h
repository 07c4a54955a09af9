// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace theta {

/// Which of several curves the others are stretches of: they look alike and, as far as each reaches, lie on
/// it to a part in 10⁹, such as one line that is cut by other axes. None where there is no such curve, or
/// where one has a gap or does not go from left to right. Not empty.
std::optional<std::size_t> longest_of_one_curve(const std::vector<const Curve*>& curves);

}  // namespace theta
