// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paint_figure.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

/// A level line, and points near its right end where its name would stand.
Figure level_with_points(std::vector<double> x) {
  Panel panel{.id = "panel", .title = "Level"};
  const std::vector<double> y(x.size(), 0.5);
  panel.layers = {Curve{.mark = {.id = "level", .label = "level"}, .x = {0, 1}, .y = {0.5, 0.5}},
                  Points{.mark = {.id = "points"}, .x = std::move(x), .y = y, .size = 40}};
  return {.title = "Level", .panels = {panel}};
}

double name_at(const Figure& figure, LabelMemory& labels) {
  const PageLayout page = page_layout({});
  return compose_figure(figure, page, panel_places(figure, page), labels)
      .panels.at(0)
      .words.labels.at(0)
      .top_left.x();
}

TEST(PaintFigure, LeavesNamesWhereTheyStoodInTheFigureBefore) {
  LabelMemory film, none;
  const double at_first = name_at(level_with_points({0.98}), film),
               then = name_at(level_with_points({0.2}), film),
               alone = name_at(level_with_points({0.2}), none);
  EXPECT_LT(at_first, alone);
  EXPECT_EQ(then, at_first);
}

}  // namespace
}  // namespace theta
