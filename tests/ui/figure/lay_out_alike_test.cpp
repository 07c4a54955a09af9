// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/lay_out_alike.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

PanelShape shape_of_frame(double high, std::vector<Text> names = {}) {
  PanelShape shape;
  shape.id = "panel";
  shape.title = "Title";
  shape.x.label = "$x$";
  shape.y.label = "$y$";
  shape.y.high = high;
  shape.names = std::move(names);
  return shape;
}

TEST(LayOutAlike, PlotsStandWhereAllHaveRoom) {
  PanelShape coloured = shape_of_frame(1);
  coloured.coloured = true;
  const std::vector<std::vector<PanelShape>> frames = {
      {shape_of_frame(1)}, {shape_of_frame(1e9)}, {coloured}, {shape_of_frame(1, {"one curve", "another"})}};
  const QSizeF size(200, 160);
  const auto layouts = lay_out_alike(frames, light_theme(), size);
  ASSERT_EQ(layouts.size(), frames.size());
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const PanelPlace alone = lay_out(frames[i], light_theme(), size)[0];
    EXPECT_EQ(layouts[i][0].plot, layouts[0][0].plot) << i;
    EXPECT_TRUE(alone.plot.contains(layouts[i][0].plot)) << i;
    EXPECT_EQ(layouts[i][0].shape.y.high, frames[i][0].y.high) << i;
    EXPECT_NE(alone.plot, layouts[i][0].plot) << "each leaves room for the others";
  }
  EXPECT_GT(layouts[2][0].colour_bar.left(), layouts[2][0].plot.right());
}

TEST(LayOutAlike, LeavesAloneWhatStandsAlikeAlready) {
  const std::vector<PanelShape> shapes = {shape_of_frame(1)};
  const auto layouts = lay_out_alike({shapes, shapes}, light_theme(), QSizeF(200, 160));
  EXPECT_EQ(layouts[0], lay_out(shapes, light_theme(), QSizeF(200, 160)));
}

TEST(LayOutAlike, UnitsStaySquareAndTheLabelBelowNear) {
  PanelShape square = shape_of_frame(1);
  square.equal_aspect = true;
  PanelShape with_bar = square;
  with_bar.coloured = true;
  const auto layouts = lay_out_alike({{square}, {with_bar}}, light_theme(), QSizeF(220, 260));
  for (const auto& places : layouts) {
    const PanelPlace& place = places[0];
    EXPECT_EQ(place.plot, layouts[1][0].plot);
    EXPECT_NEAR(place.plot.width() / (place.shape.x.high - place.shape.x.low),
                place.plot.height() / (place.shape.y.high - place.shape.y.low), 1e-6);
    EXPECT_LT(place.pane.bottom() - place.plot.bottom(), 60);
  }
}

}  // namespace
}  // namespace theta
