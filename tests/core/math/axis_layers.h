// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/receptive_field.h"

#include <cstdint>
#include <vector>

namespace theta {

using Layers = std::vector<AxisLayer>;

inline AxisLayer convolution(std::int64_t kernel, std::int64_t stride, std::int64_t padding,
                             std::int64_t dilation = 1) {
  return {.kernel = kernel, .stride = stride, .padding = padding, .dilation = dilation};
}

inline AxisLayer transposed(std::int64_t kernel, std::int64_t stride, std::int64_t padding = 0,
                            std::int64_t dilation = 1) {
  return {.transposed = true, .kernel = kernel, .stride = stride, .padding = padding, .dilation = dilation};
}

}  // namespace theta
