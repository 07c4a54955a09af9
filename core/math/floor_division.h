// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace theta {

/// ⌊a / b⌋ and ⌈a / b⌉ for b > 0, also where a is negative.
constexpr std::int64_t floor_division(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
constexpr std::int64_t ceiling_division(std::int64_t a, std::int64_t b) {
  return a / b + (a % b > 0 ? 1 : 0);
}

}  // namespace theta
