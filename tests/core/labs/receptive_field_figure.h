// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/all.h"
#include "core/labs/receptive_field_parameters.h"
#include "core/model/change.h"
#include "core/model/lab.h"
#include "core/model/value_text.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

// What the tests of the lab `receptive-field` share.

namespace theta {

inline const Lab& receptive_lab() { return *find_lab("receptive-field"); }

inline Figure receptive_figure(const Values& values) { return receptive_lab().draw(values, {}); }
inline Figure receptive_figure(const Receptive& receptive) { return receptive_figure(to_values(receptive)); }

/// The values after one is set as a reader sets it.
inline Values with(const Values& values, const std::string& id, const std::string& text) {
  const std::size_t place = *find_field(receptive_lab().fields, id);
  const auto changed =
      change(receptive_lab().fields, values, {{place, parse_value(receptive_lab().fields[place], text)}});
  return std::get<Changed>(changed).values;
}

inline Values receptive_preset(const std::string& id) {
  const std::vector<Preset> presets = receptive_lab().presets();
  const auto found = std::ranges::find(presets, id, &Preset::id);
  EXPECT_NE(found, presets.end()) << id;
  return preset_values(receptive_lab(), *found);
}

/// The layer of this id in whichever panel has it, or nothing.
template <class Kind>
const Kind* layer_of(const Figure& figure, const std::string& id) {
  for (const Panel& panel : figure.panels) {
    for (const Layer& each : panel.layers) {
      if (mark_of(each).id == id) return std::get_if<Kind>(&each);
    }
  }
  return nullptr;
}

/// A curve over the layers.
inline const std::vector<double>& by_layer(const Figure& figure, const std::string& id) {
  return layer_of<Curve>(figure, id)->y;
}

inline bool remarks_on(const Figure& figure, const std::string& words) {
  return std::ranges::any_of(all_remarks(figure),
                             [&](const Text& each) { return fill(each).find(words) != std::string::npos; });
}

}  // namespace theta
