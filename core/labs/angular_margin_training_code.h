// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_parameters.h"

#include <string>

namespace theta {

/// The part of a script that trains the lab's network and writes down its loss, its angles and its features.
/// What stands before it defines the loss.
std::string margin_training_code(const AngularMargin& lab);

}  // namespace theta
