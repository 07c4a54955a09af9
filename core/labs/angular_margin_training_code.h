// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_parameters.h"

#include <string>

namespace theta {

/// Lines of Python that train the lab's network and write down its loss and angles, in double precision where
/// the lab trains in single. They call a function `margin` of an angle, which the lab's scripts define.
std::string margin_training_code(const AngularMargin& lab);

}  // namespace theta
