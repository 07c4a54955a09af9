// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_parameters.h"

#include <string>

namespace theta {

/// The part of a script about the one sample of most views: its angles, its loss with the gradients, and
/// their readings. What stands before it defines the loss.
std::string margin_sample_code(const AngularMargin& lab);

}  // namespace theta
