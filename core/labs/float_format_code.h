// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

/// A function of Python: the nearest numbers of a format, as `rounded` in core/math/float_format.h.
std::string float_format_code();

}  // namespace theta
