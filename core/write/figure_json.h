// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/write/origin.h"

#include <nlohmann/json.hpp>

#include <string>

namespace theta {

/// A figure with all its data and what it was drawn from. Numbers read back exactly; null stands for NaN,
/// where a curve is cut or a reading has no value. Texts are plain words.
/// `state` (core/model/figure_state.h): what opens again; without it the file holds none.
nlohmann::ordered_json figure_json(const Figure& figure, const Origin& origin,
                                   nlohmann::ordered_json state = {});

/// The same as the text of a file.
std::string write_figure_json(const Figure& figure, const Origin& origin, const std::string& state = {});

}  // namespace theta
