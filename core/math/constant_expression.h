// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace theta {

/// The number a text stands for: 0.5, 1e-4, 2^12, pi/6, sqrt(2), also with spaces between thousands
/// and with the true minus sign. None where it is not a finite number or refers to a variable. A plain
/// decimal is read exactly.
std::optional<double> constant_value(std::string_view text);

}  // namespace theta
