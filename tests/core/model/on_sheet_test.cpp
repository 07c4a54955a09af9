// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/on_sheet.h"

#include "core/model/edge_labels.h"
#include "core/model/problem.h"
#include "core/model/venue.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

/// Of four panels, two by two.
Figure figure_of_four() {
  Figure figure;
  for (int i = 0; i < 4; ++i)
    figure.panels.push_back({.id = std::string(1, static_cast<char>('a' + i)),
                             .title = "panel",
                             .cell = {.row = i / 2, .column = i % 2}});
  return figure;
}

Cell cell_of(const Figure& figure, const char* id) { return find_panel(figure, id)->cell; }

TEST(OnSheet, WideSheetsKeepTheGrid) {
  EXPECT_EQ(on_sheet(figure_of_four(), {.width = 180, .height = 120}), figure_of_four());
}

TEST(OnSheet, NarrowOnesStackPanelsInReadingOrderWhereHighEnough) {
  const Figure stacked = on_sheet(figure_of_four(), {.width = 89, .height = 170, .font_size = 7});
  for (int i = 0; i < 4; ++i)
    EXPECT_EQ(stacked.panels[static_cast<std::size_t>(i)].cell, (Cell{.row = i, .column = 0})) << i;
  EXPECT_EQ(on_sheet(figure_of_four(), {.width = 89, .height = 60, .font_size = 7}), figure_of_four());
}

TEST(OnSheet, ASheetMayAskForFewerColumns) {
  const Figure stacked = on_sheet(figure_of_four(), {.width = 180, .height = 60, .columns = 1});
  for (int i = 0; i < 4; ++i)
    EXPECT_EQ(stacked.panels[static_cast<std::size_t>(i)].cell, (Cell{.row = i, .column = 0})) << i;
  EXPECT_EQ(on_sheet(figure_of_four(), {.width = 180, .columns = 2}), figure_of_four());
  EXPECT_EQ(on_sheet(figure_of_four(), {.width = 180, .columns = 12}), figure_of_four()) << "at most";
  EXPECT_GT(height_with_room(figure_of_four(), {.width = 180, .height = 60, .columns = 1}, 400),
            height_with_room(figure_of_four(), {.width = 180, .height = 60}, 400));
}

TEST(OnSheet, CountsPanelsSideBySideNotTheColumnsTheySpan) {
  Figure figure = figure_of_four();
  for (Panel& panel : figure.panels) panel.cell = {panel.cell.row, 3 * panel.cell.column, 1, 3};
  EXPECT_EQ(side_by_side(figure), 2);
  EXPECT_EQ(on_sheet(figure, {.width = 180, .columns = 2}), figure);
  EXPECT_EQ(cell_of(on_sheet(figure, {.width = 180, .columns = 1}), "d").row, 3);
}

TEST(OnSheet, WordsOfSharedAxesStandAtTheEdgeOfTheNewGrid) {
  Figure figure = figure_of_four();
  for (const auto axis : {&Panel::x, &Panel::y}) label_at_edge(figure.panels, axis);
  EXPECT_EQ(on_sheet(figure, {.width = 180, .height = 120}), figure);
  const auto shows = [](const Figure& shown) {
    std::string words;
    for (const Panel& panel : shown.panels)
      words += std::string(panel.x.label_shown ? "x" : "-") + (panel.y.label_shown ? "y " : "- ");
    return words;
  };
  EXPECT_EQ(shows(figure), "-y -- xy x- ");
  EXPECT_EQ(shows(on_sheet(figure, {.width = 180, .height = 120, .columns = 1})), "-y -y -y xy ");
  EXPECT_EQ(shows(on_sheet(figure, {.width = 180, .height = 60, .panels = {"a", "b"}})), "xy x- ");
}

TEST(OnSheet, ChosenPanelsLeaveNoHoles) {
  const Sheet diagonal{.width = 180, .height = 60, .panels = {"a", "d"}};
  EXPECT_EQ(cell_of(on_sheet(figure_of_four(), diagonal), "a"), (Cell{.row = 0, .column = 0}));
  EXPECT_EQ(cell_of(on_sheet(figure_of_four(), diagonal), "d"), (Cell{.row = 0, .column = 1}));
  const Sheet no_c{.width = 180, .height = 120, .panels = {"a", "b", "d"}};
  EXPECT_EQ(cell_of(on_sheet(figure_of_four(), no_c), "d"), (Cell{.row = 1, .column = 0, .columns = 2}));
  EXPECT_THROW(on_sheet(figure_of_four(), {.panels = {"z"}}), InputError);
}

TEST(OnSheet, AVenuesHeightLeavesRoomForAllRows) {
  const Sheet nature = sheet_for_venue({}, "nature", figure_of_four());
  EXPECT_EQ(nature.width, 89);
  EXPECT_GT(nature.height, 160);
  EXPECT_LE(nature.height, 170) << "the most Nature has room for";
  Sheet one = nature;
  one.height = 59;
  one.panels = {"a"};
  EXPECT_EQ(height_with_room(figure_of_four(), one, 170), 59) << "one panel has room already";
}

TEST(OnSheet, AFreeHeightLeavesRoomForTheKeyAboveAPlot) {
  Figure figure;
  figure.panels = {{.id = "a"}};
  for (int i = 0; i < 10; ++i)
    figure.panels[0].layers.push_back(Curve{.mark = {.id = "curve", .label = say("value {}", i)}});
  const Sheet sheet{.width = 89, .height = 40};
  const double plain = height_with_room(figure, sheet, 170);
  figure.panels[0].legend_above = true;
  const double with_key = height_with_room(figure, sheet, 170);
  EXPECT_GT(with_key, plain + 8);
  EXPECT_EQ(height_with_room(figure, sheet, 55), 55);
  figure.panels.push_back(figure.panels[0]);
  figure.panels[1].cell.column = 1;
  EXPECT_LT(height_with_room(figure, {.width = 180, .height = 40}, 170), plain + 2 * (with_key - plain))
      << "keys side by side take their room once";
  figure.panels[0].layers.resize(1);
  figure.panels.pop_back();
  EXPECT_EQ(height_with_room(figure, sheet, 170), plain);
}

}  // namespace
}  // namespace theta
