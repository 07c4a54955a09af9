// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/roomier_sheet.h"

#include "tests/ui/figure/sample.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

bool is_title(const Crowding& found) { return found.kind == Crowded::title_cut; }

/// Four panels in two columns, that the titles are longer than.
Figure long_titles() {
  Figure figure = four_panels();
  for (Panel& panel : figure.panels) panel.title = "What stands above this panel, one of four, at length";
  return figure;
}

TEST(RoomierSheets, AreHigherBeforeTheyHaveFewerPanelsSideBySide) {
  const Figure figure = four_panels();
  RoomierSheets sheets(figure, {.width = 180, .height = 60}, {});
  const auto higher = sheets.without([](const Crowding& found) { return found.kind == Crowded::small_plot; },
                                     figure.panels.front().id);
  ASSERT_TRUE(higher);
  EXPECT_GT(higher->height, 60);
  EXPECT_EQ(higher->columns, 0);
}

TEST(RoomierSheets, MendNothingByCrowdingOtherThings) {
  const Figure figure = long_titles();
  const std::string first = figure.panels.front().id;
  const Sheet slide{.width = 160, .height = 90, .font_size = 9};
  const auto on_page = RoomierSheets(figure, slide, {}).without(is_title, first);
  ASSERT_TRUE(on_page);
  EXPECT_EQ(on_page->columns, 1);
  EXPECT_GT(on_page->height, 90) << "four plots one below the other need it";
  const auto on_slide = RoomierSheets(figure, slide, {.greatest_height = 90}).without(is_title, first);
  ASSERT_TRUE(on_slide);
  EXPECT_EQ(on_slide->panels, std::vector{first}) << "one below the other they would be flat";
}

}  // namespace
}  // namespace theta
