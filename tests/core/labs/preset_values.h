// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace theta {

/// The parameters of the preset with this id, as its lab's struct.
template <class Parameters>
Parameters parameters_of(const std::vector<Preset>& presets, std::string_view id) {
  Values values = to_values(Parameters{});
  const auto found =
      std::ranges::find(presets, id, [](const Preset& each) { return std::string_view(each.id); });
  EXPECT_NE(found, presets.end()) << id;
  if (found == presets.end()) return {};
  for (const Edit& edit : found->edits) values[edit.field] = edit.value;
  return from_values<Parameters>(values);
}

}  // namespace theta
