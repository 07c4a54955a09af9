// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace theta {

/// "2π/3" for a multiple of π with one of the denominators a person would write.
std::optional<std::string> fraction_of_pi(double number);

}  // namespace theta
