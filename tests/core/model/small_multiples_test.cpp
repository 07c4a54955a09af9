// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/small_multiples.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

std::vector<SweptFigure> maps_at_values(int count) {
  std::vector<SweptFigure> figures;
  for (int value = 1; value <= count; ++value) {
    Figure figure{.title = "Lab"};
    Panel panel{.id = "field", .title = "The field", .hint = "drag the ring"};
    panel.x = {.label = "across", .low = 0, .high = static_cast<double>(value)};
    panel.y = {.label = "down", .low = -value / 2.0, .high = 1};
    panel.layers = {Map{.mark = {.id = "map", .label = "share"},
                        .x = {0},
                        .y = {0},
                        .values = {1},
                        .low = -value / 1.0,
                        .high = 1},
                    Curve{.mark = {.id = "edge", .label = "edge"}, .x = {0}, .y = {0}}};
    panel.picks = {{.parameter = "a", .centre = {}, .value = true}};
    figure.panels = {{.id = "other"}, panel};
    figure.handles = {{.id = "h", .panel = "field", .bindings = {{.parameter = "a"}}}};
    figures.push_back({say("$a$ = {}", value), figure, say("{}", value)});
  }
  return figures;
}

TEST(SmallMultiples, StandInAGridAsWideAsHigh) {
  const struct {
    int count, columns, rows;
  } cases[] = {{1, 1, 1}, {2, 2, 1}, {3, 2, 2}, {4, 2, 2}, {5, 3, 2}, {6, 3, 2}, {7, 3, 3}, {12, 4, 3}};
  for (const auto& each : cases) {
    const Figure figure = small_multiples(maps_at_values(each.count), "field");
    ASSERT_EQ(figure.panels.size(), static_cast<std::size_t>(each.count));
    for (int i = 0; i < each.count; ++i) {
      const Panel& panel = figure.panels[static_cast<std::size_t>(i)];
      EXPECT_TRUE(panel.cell == (Cell{.row = i / each.columns, .column = i % each.columns})) << each.count;
      EXPECT_EQ(panel.id, "field-" + std::to_string(i + 1));
      EXPECT_EQ(fill(panel.title), "$a$ = " + std::to_string(i + 1));
      EXPECT_EQ(fill(panel.short_title), std::to_string(i + 1));
    }
    EXPECT_EQ(figure.panels.back().cell.row, each.rows - 1) << each.count;
  }
}

TEST(SmallMultiples, ShareAxesAndNameThemAtTheLeftAndBelow) {
  const Figure figure = small_multiples(maps_at_values(5), "field");
  const bool below[] = {false, false, true, true, true}, left[] = {true, false, false, true, false};
  for (std::size_t i = 0; i < 5; ++i) {
    const Panel& panel = figure.panels[i];
    EXPECT_EQ(panel.x.low, 0);
    EXPECT_EQ(panel.x.high, 5);
    EXPECT_EQ(panel.y.low, -2.5);
    EXPECT_EQ(panel.y.high, 1);
    EXPECT_EQ(panel.x.label, Text("across")) << "as a table says it";
    EXPECT_EQ(shows_label(panel.x), below[i]) << i;
    EXPECT_EQ(shows_label(panel.y), left[i]) << i;
  }
  EXPECT_TRUE(faults(figure).empty());
}

TEST(SmallMultiples, ShareTheirColoursAndNameLayersOnce) {
  const Figure figure = small_multiples(maps_at_values(3), "field");
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& map = std::get<Map>(figure.panels[i].layers[0]);
    EXPECT_EQ(map.low, -3);
    EXPECT_EQ(map.high, 1);
    EXPECT_EQ(map.mark.id, "map");
    for (const Layer& layer : figure.panels[i].layers) EXPECT_EQ(mark_of(layer).label.empty(), i > 0) << i;
  }
}

TEST(SmallMultiples, ALayerThatComesLateIsNamedWhereItComes) {
  std::vector<SweptFigure> figures = maps_at_values(3);
  for (std::size_t i : {1u, 2u})
    figures[i].figure.panels[1].layers.push_back(Curve{.mark = {.id = "late", .label = "late"}});
  const Figure figure = small_multiples(figures, "field");
  EXPECT_EQ(mark_of(figure.panels[1].layers[2]).label, Text("late"));
  EXPECT_TRUE(mark_of(figure.panels[2].layers[2]).label.empty());
}

TEST(SmallMultiples, AxesThatDisagreeStayWithTheirWords) {
  std::vector<SweptFigure> figures = maps_at_values(2);
  figures[1].figure.panels[1].y = {.label = "down", .scale = AxisScale::log, .low = 1, .high = 2};
  const Figure figure = small_multiples(figures, "field");
  EXPECT_EQ(figure.panels[0].y, figures[0].figure.panels[1].y);
  EXPECT_EQ(figure.panels[1].y, figures[1].figure.panels[1].y);
  EXPECT_EQ(figure.panels[0].x.high, 2);
}

TEST(SmallMultiples, NothingIsDraggedAndTheTitleNamesPanelAndValues) {
  const Figure figure = small_multiples(maps_at_values(2), "field");
  EXPECT_EQ(fill(figure.title), "Lab, The field: $a$ = 1, 2");
  EXPECT_TRUE(figure.handles.empty());
  for (const Panel& panel : figure.panels) {
    EXPECT_TRUE(panel.picks.empty());
    EXPECT_TRUE(panel.hint.empty());
  }
}

TEST(SmallMultiples, FiguresWithoutThePanelAreLeftOutAndSaidSo) {
  std::vector<SweptFigure> figures = maps_at_values(3);
  figures[1].figure.panels.pop_back();
  const Figure figure = small_multiples(figures, "field");
  ASSERT_EQ(figure.panels.size(), 2u);
  EXPECT_EQ(figure.panels[1].id, "field-3");
  ASSERT_EQ(figure.remarks.size(), 1u);
  EXPECT_EQ(fill(figure.remarks[0]), "There is no such panel for $a$ = 2.");
}

TEST(SmallMultiples, SayWhatIsRemarkedOfAllOnce) {
  std::vector<SweptFigure> figures = maps_at_values(3);
  for (std::size_t i = 0; i < 3; ++i)
    figures[i].figure.panels[1].remarks = {"Cut.", say("At {}.", i), "Left."};
  figures[2].figure.panels[1].remarks.pop_back();
  const Figure figure = small_multiples(figures, "field");
  std::vector<std::string> remarks;
  for (const Text& remark : all_remarks(figure)) remarks.push_back(fill(remark));
  EXPECT_EQ(remarks, (std::vector<std::string>{"Cut.", "At 0 / 1 / 2.", "$a$ = 1, 2: Left."}));
}

TEST(SmallMultiples, OfAnUnknownPanelAreRefused) {
  try {
    small_multiples(maps_at_values(2), "feild");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "feild: there is no such panel; did you mean field? There are other, field");
  }
}

TEST(SmallMultiples, ALayerThatLooksOtherwiseIsNamedAgain) {
  std::vector<SweptFigure> figures = maps_at_values(3);
  std::get<Curve>(figures[1].figure.panels[1].layers[1]).mark.role = Role::highlight;
  std::get<Curve>(figures[2].figure.panels[1].layers[1]).dash = Dash::dotted;
  const Figure figure = small_multiples(figures, "field");
  for (const Panel& panel : figure.panels) EXPECT_EQ(fill(mark_of(panel.layers[1]).label), "edge");
}

TEST(SmallMultiples, ASeriesKeepsItsColourAndItsOneName) {
  std::vector<SweptFigure> figures = maps_at_values(3);
  std::get<Curve>(figures[1].figure.panels[1].layers[1]).mark.role = Role::series_2;
  const Figure figure = small_multiples(figures, "field");
  EXPECT_EQ(mark_of(figure.panels[1].layers[1]).role, mark_of(figure.panels[0].layers[1]).role);
  EXPECT_TRUE(mark_of(figure.panels[1].layers[1]).label.empty());
}

}  // namespace
}  // namespace theta
