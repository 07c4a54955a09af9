// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace theta {

/// What `thetalab list` prints.
std::string labs_text(const std::vector<Lab>& labs);
nlohmann::ordered_json labs_json(const std::vector<Lab>& labs);

/// What `thetalab show` prints. Panels, layers and readings are those of all settings of settings_to_list.h;
/// a limit that other parameters narrow is given as wide as it can be.
std::string lab_text(const Lab& lab);
nlohmann::ordered_json lab_json(const Lab& lab);

}  // namespace theta
