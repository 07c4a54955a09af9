// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace theta {

/// No value: a gap of a curve, a reading that has none.
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

}  // namespace theta
