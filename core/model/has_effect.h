// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <string>
#include <vector>

namespace theta {

/// Whether one of these panels, or any where none is named, is drawn otherwise at one of the values than at
/// the first: other axes, other layers, not its title alone. Draws until it is.
bool has_effect(const Lab& lab, const std::vector<Values>& values, const std::vector<std::string>& panels);

}  // namespace theta
