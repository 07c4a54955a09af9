// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/build_up.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

Curve named(const char* id) { return {.mark = {.id = id, .label = id}, .x = {0, 1}, .y = {0, 1}}; }
Rule unnamed(const char* id) { return {.mark = {.id = id}, .note = "words along it do not name it"}; }

/// Two panels in reading order opposite to the figure's, and one that has no named layer.
Figure sample() {
  Figure figure{.title = "Sample"};
  figure.panels = {{.id = "second", .cell = {.row = 1}, .layers = {named("b"), unnamed("at"), named("c")}},
                   {.id = "first",
                    .cell = {.column = 1},
                    .layers = {unnamed("zero"), named("a"), unnamed("end")},
                    .picks = {{.parameter = "p", .centre = {}, .value = true}}},
                   {.id = "third", .cell = {.row = 2}, .layers = {unnamed("left"), unnamed("right")}},
                   {.id = "empty", .cell = {.row = 3}}};
  figure.handles = {{.id = "h", .panel = "first", .bindings = {{.parameter = "p"}}}};
  figure.readings = {{.id = "r", .label = "R", .value = 1}};
  return figure;
}

std::string shown(const Figure& figure) {
  std::string ids;
  for (const Panel& panel : figure.panels) {
    ids += panel.id + ":";
    for (const Layer& layer : panel.layers) ids += " " + mark_of(layer).id;
    ids += "; ";
  }
  return ids;
}

TEST(BuildUp, ShowsOneNamedLayerMoreEachStepInReadingOrder) {
  const std::vector<Figure> steps = build_up(sample());
  ASSERT_EQ(steps.size(), 4u);
  EXPECT_EQ(shown(steps[0]), "second:; first: zero a end; third:; empty:; ");
  EXPECT_EQ(shown(steps[1]), "second: b; first: zero a end; third:; empty:; ");
  EXPECT_EQ(shown(steps[2]), "second: b at c; first: zero a end; third:; empty:; ");
  EXPECT_EQ(shown(steps[3]), "second: b at c; first: zero a end; third: left right; empty:; ");
}

TEST(BuildUp, NoSeriesHasItsMarksBeforeItsCurve) {
  const auto curve = [](const char* id, Role role) {
    return Curve{.mark = {.id = id, .label = id, .role = role}, .x = {0, 1}, .y = {0, 1}};
  };
  const auto marks = [](const char* id, Role role) {
    return Points{.mark = {.id = id, .role = role}, .x = {0, 1}, .y = {0, 1}};
  };
  Figure figure;
  figure.panels = {{.id = "p",
                    .layers = {marks("marks_b", Role::series_2), marks("crossings", Role::ink),
                               Curve{.mark = {.id = "tangent", .role = Role::ink}, .x = {0, 1}, .y = {1, 1}},
                               Curve{.mark = {.id = "guide", .role = Role::muted}, .x = {0, 1}, .y = {1, 1}},
                               curve("a", Role::series_1), curve("b", Role::series_2),
                               marks("marks_a", Role::series_1), curve("c", Role::ink)}}};
  const std::vector<Figure> steps = build_up(figure);
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(shown(steps[0]), "p: guide a; ");
  EXPECT_EQ(shown(steps[1]), "p: marks_b guide a b; ");
  EXPECT_EQ(shown(steps[2]), "p: marks_b crossings tangent guide a b marks_a c; ");
}

TEST(BuildUp, EndsWithTheFigure) { EXPECT_EQ(build_up(sample()).back(), sample()); }

TEST(BuildUp, HandlesAndPicksComeLast) {
  const std::vector<Figure> steps = build_up(sample());
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    EXPECT_TRUE(steps[i].handles.empty()) << i;
    EXPECT_TRUE(steps[i].panels[1].picks.empty()) << i;
  }
}

TEST(BuildUp, OnlyLayersHandlesAndPicksDiffer) {
  for (Figure step : build_up(sample())) {
    step.handles = sample().handles;
    for (std::size_t i = 0; i < step.panels.size(); ++i) {
      step.panels[i].layers = sample().panels[i].layers;
      step.panels[i].picks = sample().panels[i].picks;
    }
    EXPECT_EQ(step, sample());
  }
}

TEST(BuildUp, AFigureWithoutLayersIsOneStep) {
  EXPECT_EQ(build_up(Figure{.title = "Nothing"}), std::vector{Figure{.title = "Nothing"}});
}

}  // namespace
}  // namespace theta
