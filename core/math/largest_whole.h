// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace theta {

/// 2⁵³: every whole number up to here is a double.
inline constexpr double largest_whole = 0x1p53;

}  // namespace theta
