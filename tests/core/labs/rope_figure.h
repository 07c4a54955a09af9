// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/all.h"
#include "core/labs/rope_parameters.h"
#include "core/model/lab.h"

#include <gtest/gtest.h>

#include <string_view>

// What the tests of the lab `rope` share.

namespace theta {

inline const Lab& rotary_lab() { return *find_lab("rope"); }

inline Figure rope_figure(const Rope& parameters, const Pass& pass = {}) {
  return rotary_lab().draw(to_values(parameters), pass);
}

/// The parameters after a click on the pick of this value's parameter whose words start like this.
inline Rope clicked(const Rope& parameters, std::string_view panel, std::string_view words) {
  const Figure figure = rope_figure(parameters);
  Values values = to_values(parameters);
  for (const Pick& pick : find_panel(figure, panel)->picks) {
    if (!fill(pick.label).starts_with(words)) continue;
    values[find_field(rotary_lab().fields, pick.parameter).value()] = pick.value;
    return from_values<Rope>(values);
  }
  ADD_FAILURE() << "nothing to click: " << words;
  return parameters;
}

}  // namespace theta
