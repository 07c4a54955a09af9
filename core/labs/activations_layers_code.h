// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/activations_parameters.h"

#include <string>

namespace theta {

/// The part of a script about many layers, in either view of them. What stands before it defines f,
/// `normal_points` and, where it `has_slope`, df.
std::string activations_layers_code(const Activations& activations, bool has_slope);

}  // namespace theta
