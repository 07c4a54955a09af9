// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/origin.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

#include <variant>

namespace theta {
namespace {

struct Level {
  double height = 1;
  int steps = 3;

  static void describe(auto&& field) {
    field(&Level::height, Name{.id = "height", .label = "Height", .help = "How high.", .group = "A"},
          Real{.low = 0, .high = 9});
    field(&Level::steps, Name{.id = "steps", .label = "Steps", .help = "How many."},
          Integer{.low = 1, .high = 9});
  }
};

Lab level_lab() {
  const auto draw_level = [](const Level& level, const Pass&) {
    Panel panel{.id = "level"};
    panel.layers = {
        Curve{.mark = {.id = "line"}, .x = {0, 1.0 * level.steps}, .y = {level.height, level.height}}};
    Figure figure{.title = "A level"};
    figure.panels = {panel};
    return figure;
  };
  return make_lab<Level>({.id = "level", .name = "Level", .group = "", .summary = "", .source = ""},
                         draw_level, {});
}

Origin level_origin(const Lab& lab) {
  return {.lab = &lab, .state = {lab.id, {4.0, std::int64_t{2}}, {}}, .version = "1"};
}

/// What a curve of this panel holds.
std::vector<double> heights(const Panel& panel) {
  std::vector<double> all;
  for (const Layer& each : panel.layers) all.push_back(std::get<Curve>(each).y.front());
  return all;
}

TEST(Origin, draws_its_state) {
  const Lab lab = level_lab();
  const Figure figure = drawn(level_origin(lab));
  EXPECT_EQ(figure, lab.draw({4.0, std::int64_t{2}}, {}));
  EXPECT_EQ(heights(figure.panels.at(0)), std::vector{4.0});
}

TEST(Origin, draws_a_sweep_over_one_another_or_side_by_side) {
  const Lab lab = level_lab();
  Origin origin = level_origin(lab);
  origin.sweep = SweepOf{.vary = "height=2,5,7", .grid = ""};
  const Figure over = drawn(origin);
  ASSERT_EQ(over.panels.size(), 1u);
  EXPECT_EQ(heights(over.panels[0]), (std::vector{2.0, 5.0, 7.0}));
  EXPECT_EQ(std::get<Curve>(over.panels[0].layers[0]).x.back(), 2) << "the others stand as they are";
  origin.sweep->grid = "level";
  const Figure beside = drawn(origin);
  ASSERT_EQ(beside.panels.size(), 3u);
  EXPECT_EQ(heights(beside.panels[2]), std::vector{7.0});
}

TEST(Origin, refuses_a_sweep_that_cannot_be) {
  const Lab lab = level_lab();
  Origin origin = level_origin(lab);
  origin.sweep = SweepOf{.vary = "width=1,2", .grid = ""};
  EXPECT_THROW(drawn(origin), InputError);
  origin.sweep = SweepOf{.vary = "height=1,2", .grid = "nowhere"};
  EXPECT_THROW(drawn(origin), InputError);
}

}  // namespace
}  // namespace theta
