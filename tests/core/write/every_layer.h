// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"
#include "core/write/origin.h"

namespace theta {

/// A lab with some kinds of parameter, one of them a rule that does not apply at the initial values.
Lab small_lab();

/// A figure with one layer of each kind, numbers that need all their digits, and gaps.
Figure every_layer();

Origin small_origin(const Lab& lab);

}  // namespace theta
