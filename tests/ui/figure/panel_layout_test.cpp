// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/panel_layout.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

PanelShape shape_at(int row, int column) {
  return {.id = "panel_" + std::to_string(row) + std::to_string(column),
          .x = {.label = "$x$"},
          .y = {.label = "$y$"},
          .cell = {.row = row, .column = column},
          .title = "Title",
          .hint = {},
          .names = {}};
}

Axis named_axis(std::initializer_list<const char*> names) {
  Axis axis{.scale = AxisScale::category, .low = -0.5, .high = static_cast<double>(names.size()) - 0.5};
  for (const char* name : names) axis.categories.push_back(Text(name));
  return axis;
}

TEST(PanelLayout, PanesFillTheGridAndDoNotOverlap) {
  const auto places = lay_out({shape_at(0, 0), shape_at(0, 1), shape_at(1, 0), shape_at(1, 1)}, light_theme(),
                              QSizeF(900, 600));
  ASSERT_EQ(places.size(), 4u);
  const QRectF whole(0, 0, 900, 600);
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_TRUE(whole.contains(places[i].pane)) << i;
    EXPECT_TRUE(places[i].pane.contains(places[i].plot)) << i;
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(places[i].pane.intersects(places[j].pane)) << i << j;
  }
}

TEST(PanelLayout, PlotsOfAColumnShareTheirEdgesThoughTheirLabelsDiffer) {
  PanelShape wide = shape_at(1, 0);
  wide.y.low = -1'000'000;
  wide.y.high = 1'000'000;
  const auto places = lay_out({shape_at(0, 0), wide}, light_theme(), QSizeF(500, 600));
  EXPECT_EQ(places[0].plot.left(), places[1].plot.left());
  EXPECT_EQ(places[0].plot.right(), places[1].plot.right());
}

TEST(PanelLayout, OnePanelAloneTakesTheWholePlace) {
  const std::vector<PanelShape> shapes = {shape_at(0, 0), shape_at(0, 1)};
  const auto places = lay_out(shapes, light_theme(), QSizeF(900, 600), 1);
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].panel, 1u);
  EXPECT_GT(places[0].pane.width(), 850);
}

TEST(PanelLayout, SquareUnitsShrinkThePlotAndKeepTheAxes) {
  PanelShape square = shape_at(0, 0);
  square.equal_aspect = true;
  square.x.high = square.y.high = 3;
  square.y.low = square.x.low = -3;
  for (const QSizeF size : {QSizeF(900, 400), QSizeF(400, 900)}) {
    const PanelPlace place = lay_out({square}, light_theme(), size).front();
    EXPECT_NEAR(place.plot.width(), place.plot.height(), 1.5);
    EXPECT_NEAR(place.shape.x.low, -3, 0.03);
    EXPECT_NEAR(place.shape.y.high, 3, 0.03);
    EXPECT_EQ(place.x_ticks, place.y_ticks) << "two axes that are alike";
    EXPECT_LT(place.pane.bottom() - place.plot.bottom(), 60) << "the label stays near its axis";
  }
}

TEST(PanelLayout, WithoutAxesSquareUnitsWidenWhatIsShown) {
  PanelShape square = shape_at(0, 0);
  square.equal_aspect = true;
  square.frame = Frame::none;
  const PanelPlace place = lay_out({square}, light_theme(), QSizeF(900, 400)).front();
  EXPECT_GT(place.plot.width(), 1.5 * place.plot.height());
  EXPECT_NEAR((place.shape.x.high - place.shape.x.low) / place.plot.width(),
              (place.shape.y.high - place.shape.y.low) / place.plot.height(), 1e-12);
}

TEST(PanelLayout, NamesThatHaveNoRoomOnOneLineStandOnTwo) {
  const Axis names = named_axis({"no margin", "A-Softmax", "SphereFace", "CosFace", "ArcFace"});
  const Lettering fonts = letterings(light_theme()).tick;
  const auto lines = [&](double length) {
    std::vector<int> all;
    for (const Tick& tick : fitting_ticks(names, length, false, fonts)) all.push_back(tick.line);
    return all;
  };
  EXPECT_EQ(lines(600), (std::vector{0, 0, 0, 0, 0}));
  EXPECT_EQ(lines(280), (std::vector{0, 1, 0, 1, 0}));
  EXPECT_LT(lines(60).size(), 5u) << "two lines have no room either";
  PanelShape shape = shape_at(0, 0);
  const PanelPlace one = lay_out({shape}, light_theme(), QSizeF(360, 300)).front();
  shape.x = names;
  shape.x.label = "$x$";
  const PanelPlace two = lay_out({shape}, light_theme(), QSizeF(360, 300)).front();
  EXPECT_LE(two.plot.bottom(), one.plot.bottom() - tick_line + 1) << "the second line has room";
}

TEST(PanelLayout, AnAxisHasTwoNumbersWhereTheyFit) {
  const Lettering fonts = letterings(light_theme()).tick;
  for (const double length : {110.0, 160.0, 400.0}) {
    EXPECT_GE(fitting_ticks({.low = -4.05, .high = 4.05}, length, false, fonts).size(), 2u) << length;
  }
}

TEST(PanelLayout, ASmallPanelKeepsRoomForALegendThatItsTitleRowHasNot) {
  PanelShape shape = shape_at(0, 0);
  shape.title = "A title that takes its room";
  shape.names = {"the first curve", "the second curve", "the third curve"};
  const PanelPlace small = lay_out({shape}, light_theme(), QSizeF(330, 300)).front();
  EXPECT_FALSE(small.legend_room.isEmpty());
  EXPECT_LE(small.legend_room.bottom(), small.plot.top());
  EXPECT_TRUE(lay_out({shape}, light_theme(), QSizeF(900, 300)).front().legend_room.isEmpty());
}

TEST(PanelLayout, TheKeyOfASweepKeepsItsRoomHoweverHigh) {
  PanelShape shape = shape_at(0, 0);
  for (int i = 0; i < 13; ++i) shape.names.push_back("a value of it");
  EXPECT_TRUE(lay_out({shape}, light_theme(), QSizeF(330, 300)).front().legend_room.isEmpty());
  shape.legend_above = true;
  const PanelPlace place = lay_out({shape}, light_theme(), QSizeF(330, 300)).front();
  EXPECT_GT(place.legend_rows, 4u);
  EXPECT_LE(place.legend_room.bottom(), place.plot.top());
  EXPECT_LT(place.plot.bottom(), 300);
}

}  // namespace
}  // namespace theta
