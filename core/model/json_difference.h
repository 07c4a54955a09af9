// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace theta {

/// The first place where a JSON value is not what it should be: "$.panels[0].layers[1].y[3]: 0.5 instead of
/// 0.6", "$.state is missing". Empty where both hold the same, in whatever order.
std::string json_difference(const nlohmann::ordered_json& is, const nlohmann::ordered_json& should);

}  // namespace theta
