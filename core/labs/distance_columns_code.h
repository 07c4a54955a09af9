// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

/// Functions of Python that cut distances up to a limit into columns, of one width or one ratio, and choose
/// some of each, as `distance_columns` and `sample_distances` in core/math/distance_columns.h.
std::string distance_columns_code(bool logarithmic);

}  // namespace theta
