// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <numbers>

namespace theta {

/// In radians.
inline constexpr double degree = std::numbers::pi / 180;

}  // namespace theta
