// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/has_effect.h"

#include "core/model/vary.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

struct Slanted {
  double slope = 1, name = 1, unused = 1;

  static void describe(auto&& field) {
    field(&Slanted::slope, Name{.id = "slope", .label = "Slope"}, Real{.low = 0, .high = 9});
    field(&Slanted::name, Name{.id = "name", .label = "Name"}, Real{.low = 0, .high = 9});
    field(&Slanted::unused, Name{.id = "unused", .label = "Unused"}, Real{.low = 0, .high = 9});
  }
};

Figure draw_slanted(const Slanted& slanted, const Pass&) {
  Panel straight{.id = "straight", .title = say("Number {}", slanted.name)};
  straight.layers = {Curve{.mark = {.id = "curve"}, .x = {0, 1}, .y = {0, slanted.slope}}};
  Panel flat{.id = "flat"};
  flat.layers = {Curve{.mark = {.id = "curve"}, .x = {0, 1}, .y = {1, 1}}};
  Figure figure{.title = "Slanted"};
  figure.panels = {straight, flat};
  figure.readings = {{.id = "unused", .label = "Unused", .value = slanted.unused}};
  return figure;
}

bool slanted_changes(const char* vary, const std::vector<std::string>& panels = {}) {
  const Lab lab = make_lab<Slanted>(
      {.id = "slanted", .name = "Slanted", .group = "", .summary = "", .source = ""}, draw_slanted, {});
  return has_effect(lab, values_along(lab.fields, initial_values(lab), parse_variation(lab.fields, vary)),
                    panels);
}

TEST(HasEffect, IsThatOfTheParameterOnThePanelsShown) {
  EXPECT_TRUE(slanted_changes("slope=1,1,2"));
  EXPECT_TRUE(slanted_changes("slope=1,2", {"straight"}));
  EXPECT_FALSE(slanted_changes("slope=1,2", {"flat"}));
  EXPECT_FALSE(slanted_changes("slope=1"));
  EXPECT_FALSE(slanted_changes("unused=1,2"));
  EXPECT_FALSE(slanted_changes("name=1,2")) << "a title alone";
}

}  // namespace
}  // namespace theta
