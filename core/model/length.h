// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace theta {

/// In millimetres; TeX has a point of its own, a little smaller.
inline constexpr double inch = 25.4, typographic_point = inch / 72;

struct LengthUnit {
  std::string_view name;
  double millimetres;
};
inline constexpr std::array<LengthUnit, 4> length_units = {
    {{"mm", 1}, {"cm", 10}, {"in", inch}, {"pt", typographic_point}}};

}  // namespace theta
