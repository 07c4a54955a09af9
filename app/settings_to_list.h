// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <vector>

namespace theta {

/// Settings whose figures together hold the panels, layers and readings a lab can show, by what parameters
/// say of themselves: the initial one, each of the views, at each of these the others' options one at a
/// time, longest and shortest lists and ends of ranges one at a time with all drawn that can be, and the
/// presets.
std::vector<Values> settings_to_list(const Lab& lab);

}  // namespace theta
