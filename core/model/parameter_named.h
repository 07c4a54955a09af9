// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace theta {

/// The place of a parameter by its id, or by the symbol it has in formulas where no other has the same:
/// "temperature", "tau", "sigma_b^2". Throws InputError.
std::size_t parameter_named(const std::vector<Field>& fields, std::string_view name);

}  // namespace theta
