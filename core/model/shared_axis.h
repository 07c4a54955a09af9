// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <optional>
#include <vector>

namespace theta {

/// One axis that shows what each of several shows: from the lowest end to the highest. None where they do not
/// agree: their scales differ, or their categories other than in that some have more of them. Not empty.
std::optional<Axis> shared_axis(const std::vector<Axis>& axes);

}  // namespace theta
