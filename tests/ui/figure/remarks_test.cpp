// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/remarks.h"

#include <QImage>

#include <gtest/gtest.h>

namespace theta {
namespace {

Figure remarked(int count) {
  Figure figure{.title = "figure"};
  for (int i = 0; i < count; ++i)
    figure.remarks.push_back("What is below or above the axes is not drawn here.");
  return figure;
}

/// The rows of a picture with anything on them.
int rows_written(const Figure& figure, double panels_end) {
  QImage image(400, 200, QImage::Format_RGB32);
  image.fill(Qt::white);
  {
    QPainter painter(&image);
    paint_remarks(painter, set_remarks(figure, light_theme(), QSizeF(400, 200), panels_end), light_theme());
  }
  int rows = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      if (image.pixelColor(x, y) == Qt::white) continue;
      ++rows;
      break;
    }
  }
  return rows;
}

TEST(Remarks, OneLineNeedsNoMoreThanTheGutter) {
  EXPECT_EQ(foot_of_remarks(remarked(0), light_theme(), 400), 0);
  EXPECT_EQ(foot_of_remarks(remarked(1), light_theme(), 400), 0);
}

TEST(Remarks, AFootGrowsWithThemInWholeLines) {
  const double three = foot_of_remarks(remarked(3), light_theme(), 400);
  EXPECT_GT(three, 0);
  EXPECT_GE(foot_of_remarks(remarked(4), light_theme(), 400), three);
  EXPECT_LT(foot_of_remarks(remarked(3), light_theme(), 900), three);
}

TEST(Remarks, AsManyLinesAsHaveRoomAreWritten) {
  const double foot = foot_of_remarks(remarked(3), light_theme(), 400);
  const int all = rows_written(remarked(3), 200 - 14 - foot), one = rows_written(remarked(3), 200 - 14);
  EXPECT_GT(all, one);
  EXPECT_GT(one, 0);
  EXPECT_EQ(rows_written(remarked(0), 100), 0);
}

TEST(Remarks, ThoseOfPanelsStandAfterTheFiguresOwn) {
  Figure figure = remarked(1);
  figure.panels.push_back({.id = "a", .remarks = {"Of the panel."}});
  ASSERT_EQ(all_remarks(figure).size(), 2u);
  EXPECT_EQ(fill(all_remarks(figure)[1]), "Of the panel.");
}

}  // namespace
}  // namespace theta
