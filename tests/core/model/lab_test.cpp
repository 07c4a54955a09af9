// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lab.h"

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

struct Slope {
  double rise = 2;
  int steps = 5;
  bool on = false;

  static void describe(auto&& field) {
    field(&Slope::rise, Name{.id = "rise", .label = "Rise", .help = "How steep.", .group = "A"},
          Real{.high = 9});
    field(&Slope::steps, Name{.id = "steps", .label = "Steps", .help = "How many."}, Integer{.high = 9});
    field(&Slope::on, Name{.id = "on", .label = "On", .help = "Whether."}, Toggle{});
  }
};

Lab slope_lab(std::function<std::string(const Slope&, CodeLibrary)> code = {}) {
  const auto draw = [](const Slope& slope, const Pass& pass) {
    Figure figure{.title = say("{}", slope.rise * slope.steps)};
    figure.partial = pass.quick;
    if (slope.on) figure.formula = "another";
    return figure;
  };
  return make_lab<Slope>(
      {.id = "slope", .name = "Slope", .group = "A", .summary = "S.", .source = "S."}, draw,
      [] { return std::vector<Preset>{}; }, std::move(code));
}

TEST(Lab, DrawsFromValuesWhatItsStructSays) {
  const Lab lab = slope_lab();
  EXPECT_EQ(initial_values(lab), (Values{2.0, std::int64_t{5}, false}));
  const Figure figure = lab.draw({1.5, std::int64_t{4}, false}, {.quick = true});
  EXPECT_EQ(fill(figure.title), "6");
  EXPECT_TRUE(figure.partial);
  EXPECT_EQ(figure.formula, "slope") << "the one named after the lab";
  EXPECT_EQ(lab.draw({1.5, std::int64_t{4}, true}, {}).formula, "another");
}

TEST(Lab, APresetIsTheInitialValuesAndItsEdits) {
  const Lab lab = slope_lab();
  EXPECT_EQ(edits_to(Slope{}), Edits{});
  const Edits edits = edits_to(Slope{.steps = 7, .on = true});
  EXPECT_EQ(edits, (Edits{{1, std::int64_t{7}}, {2, true}})) << "what stays is no edit";
  EXPECT_EQ(preset_values(lab, {.id = "p", .name = "", .look_for = "", .edits = edits}),
            (Values{2.0, std::int64_t{7}, true}));
}

TEST(Lab, HasAScriptOnlyWhereOneIsWritten) {
  EXPECT_FALSE(slope_lab().code);
  const Lab lab = slope_lab([](const Slope& slope, CodeLibrary library) {
    return std::to_string(slope.steps) + (library == CodeLibrary::torch ? " torch" : " numpy");
  });
  EXPECT_EQ(lab.code({2.0, std::int64_t{3}, false}, CodeLibrary::torch), "3 torch");
}

}  // namespace
}  // namespace theta
