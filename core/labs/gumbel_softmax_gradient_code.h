// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/gumbel_softmax_parameters.h"

#include <string>

namespace theta {

/// The part of the lab's script on estimators of a gradient, which follows the one that draws.
std::string gradient_estimators_code(const GumbelSoftmax& lab, bool all_drawn);

}  // namespace theta
