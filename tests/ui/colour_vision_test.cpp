// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_vision.h"

#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

double least_distance(const Theme& theme) {
  double least = 1;
  for (std::size_t i = 0; i < theme.series.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      least = std::min(least, most_alike(theme.series[i], theme.series[j]).distance);
  return least;
}

TEST(ColourVision, MeasuresInOklab) {
  EXPECT_NEAR(colour_distance(Qt::black, Qt::white), 1, 1e-6);
  EXPECT_NEAR(colour_distance(Qt::red, Qt::green), 0.5198, 1e-3);  // of OKLab's published conversions
  EXPECT_EQ(colour_distance(Qt::red, Qt::red), 0);
}

TEST(ColourVision, RedAndGreenLookAlikeWithoutTheirCones) {
  const QColor red(200, 60, 40), green(110, 120, 40);
  EXPECT_LT(colour_distance(seen(red, Vision::deutan), seen(green, Vision::deutan)),
            0.5 * colour_distance(red, green));
  for (const Vision vision : {Vision::protan, Vision::deutan, Vision::tritan})
    for (const int grey : {0, 90, 255})
      EXPECT_LT(colour_distance(seen(QColor(grey, grey, grey), vision), QColor(grey, grey, grey)), 0.01);
}

TEST(ColourVision, SeriesOfEveryThemeDifferToAllEyes) {
  EXPECT_GE(least_distance(light_theme()), 0.10);
  EXPECT_GE(least_distance(dark_theme()), 0.085);
  EXPECT_GE(least_distance(print_theme()), 0.10);
  EXPECT_GE(least_distance(projector(light_theme())), 0.10);
  EXPECT_GE(least_distance(greyscale_theme()), 0.04);  // dashes tell what greys alone do not
}

}  // namespace
}  // namespace theta
