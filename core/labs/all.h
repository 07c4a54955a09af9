// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <vector>

namespace theta {

/// All labs, in the order the window lists them.
const std::vector<Lab>& all_labs();

/// The lab with this id, or null.
const Lab* find_lab(std::string_view id);

}  // namespace theta
