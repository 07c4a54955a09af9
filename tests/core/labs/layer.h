// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace theta {

/// The layer of a panel that the figure must have.
template <class Kind>
const Kind& layer(const Figure& figure, std::string_view panel, std::string_view id) {
  for (const Layer& each : find_panel(figure, panel)->layers) {
    if (mark_of(each).id == id) return std::get<Kind>(each);
  }
  throw std::out_of_range(std::string(id));
}

}  // namespace theta
