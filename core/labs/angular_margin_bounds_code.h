// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_parameters.h"

#include <string>

namespace theta {

/// The part of a script about the room there is for margins among C classes, and what the scale has to be.
std::string margin_bounds_code(const AngularMargin& lab);

}  // namespace theta
