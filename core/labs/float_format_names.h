// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/float_format.h"
#include "core/model/field.h"
#include "core/model/figure.h"

#include <array>
#include <vector>

// What all labs that round call the formats, and the colours they give them.

namespace theta {

inline const char* id_of(FloatFormat format) {
  static constexpr std::array ids = {"float64", "float32", "bfloat16", "float16"};
  return ids[static_cast<std::size_t>(format)];
}

inline Role role_of_format(FloatFormat format) {
  static constexpr std::array roles = {Role::series_1, Role::series_8, Role::series_4, Role::series_5};
  return roles[static_cast<std::size_t>(format)];
}

inline std::vector<OptionName> float_format_options() {
  return {{"float64", "float64"}, {"float32", "float32"}, {"bfloat16", "bfloat16"}, {"float16", "float16"}};
}

}  // namespace theta
