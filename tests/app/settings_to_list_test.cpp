// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_to_list.h"

#include "core/labs/all.h"
#include "core/model/change.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

TEST(SettingsToList, are_allowed_and_hold_each_option_and_preset) {
  for (const Lab& lab : all_labs()) {
    const std::vector<Values> settings = settings_to_list(lab);
    EXPECT_EQ(settings.front(), initial_values(lab));
    for (const Values& values : settings) EXPECT_TRUE(check(lab.fields, values).empty()) << lab.id;
    const auto are_among = [&](const Values& values) { return std::ranges::count(settings, values) > 0; };
    for (const Preset& preset : lab.presets())
      EXPECT_TRUE(are_among(preset_values(lab, preset))) << preset.id;
    for (std::size_t i = 0; i < lab.fields.size(); ++i) {
      const auto* choice = std::get_if<Choice>(&lab.fields[i].kind);
      for (std::size_t option = 0; choice && option < choice->options.size(); ++option) {
        EXPECT_TRUE(std::ranges::any_of(settings,
                                        [&](const Values& values) {
                                          return values[i] == Value(Option{option}) &&
                                                 applies(lab.fields[i], values);
                                        }))
            << lab.id << " " << lab.fields[i].name.id << " " << choice->options[option].id;
      }
    }
  }
}

}  // namespace
}  // namespace theta
