// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/colour_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace theta {
namespace {

int grey_of(QRgb colour) { return qGray(colour); }

TEST(ColourMap, MagnitudesGrowEverLighter) {
  const ColourTable& table = colour_table(ColourScale::magnitude, light_theme());
  for (std::size_t i = 8; i < table.size(); i += 8)
    EXPECT_GE(grey_of(table[i]), grey_of(table[i - 8]) - 1) << i;
}

TEST(ColourMap, ZeroAndNothingLookLikeTheGround) {
  for (const Theme& theme : {light_theme(), dark_theme()}) {
    const int ground = grey_of(theme.pane.rgb());
    const ColourTable& signs = colour_table(ColourScale::signed_about_zero, theme);
    const ColourTable& shares = colour_table(ColourScale::share, theme);
    EXPECT_NEAR(grey_of(signs[127]), ground, 12);
    EXPECT_NEAR(grey_of(shares[0]), ground, 12);
    EXPECT_GT(std::abs(grey_of(shares[255]) - ground), 100);
    for (std::size_t i = 8; i < shares.size(); i += 8)
      EXPECT_GE(std::abs(grey_of(shares[i]) - ground), std::abs(grey_of(shares[i - 8]) - ground) - 2) << i;
  }
}

TEST(ColourMap, WithoutColoursAllScalesAreGrey) {
  for (const ColourScale scale :
       {ColourScale::magnitude, ColourScale::share, ColourScale::signed_about_zero}) {
    for (const QRgb colour : colour_table(scale, greyscale_theme())) {
      EXPECT_EQ(qRed(colour), qGreen(colour));
      EXPECT_EQ(qRed(colour), qBlue(colour));
    }
  }
}

TEST(ColourMap, ValuesBeyondTheEndsHaveTheEndsColours) {
  const ColourTable& table = colour_table(ColourScale::magnitude, light_theme());
  EXPECT_EQ(colour_of(table, -5, 0, 2), table.front());
  EXPECT_EQ(colour_of(table, 9, 0, 2), table.back());
  EXPECT_EQ(colour_of(table, 1, 1, 1), colour_of(table, 0.5, 0, 1)) << "a scale without length";
}

TEST(ColourMap, ACellReachesHalfWayToTheNext) {
  const std::vector<double> centres = {10, 12, 14};
  EXPECT_EQ(cell_at(centres, 9.1), 0u);
  EXPECT_EQ(cell_at(centres, 10.9), 0u);
  EXPECT_EQ(cell_at(centres, 11.1), 1u);
  EXPECT_EQ(cell_at(centres, 14.9), 2u);
  for (const double outside : {8.9, 15.1, std::numeric_limits<double>::quiet_NaN(), HUGE_VAL})
    EXPECT_FALSE(cell_at(centres, outside)) << outside;
  EXPECT_FALSE(cell_at({}, 1));
}

TEST(ColourMap, ThePictureHasTheFirstRowBelow) {
  const Map map{.mark = {.id = "map"}, .x = {0, 1}, .y = {0, 1}, .values = {0, 1, 2, 3}, .high = 3};
  const Axis axis{.low = -0.5, .high = 2.5};  // a stretch beyond the last cell
  const Coordinates at = coordinates(axis, axis, QRectF(0, 0, 30, 30), false);
  const ColourTable& table = colour_table(ColourScale::magnitude, light_theme());
  const QImage image = map_image(map, at, table, 1);
  EXPECT_EQ(image.pixel(5, 25), colour_of(table, 0, 0, 3));
  EXPECT_EQ(image.pixel(15, 25), colour_of(table, 1, 0, 3));
  EXPECT_EQ(image.pixel(5, 15), colour_of(table, 2, 0, 3));
  EXPECT_EQ(image.pixel(15, 15), colour_of(table, 3, 0, 3));
  EXPECT_EQ(qAlpha(image.pixel(25, 5)), 0) << "beyond the map's edges";
}

}  // namespace
}  // namespace theta
