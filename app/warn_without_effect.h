// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"
#include "core/model/vary.h"

#include <string>
#include <vector>

namespace theta {

/// Says on stderr where a parameter was varied for nothing: values that are the same, or none of these panels
/// (empty: of all) drawn otherwise at another of them.
void warn_without_effect(const Lab& lab, const Values& values, const Variation& variation,
                         const std::vector<std::string>& panels);

}  // namespace theta
