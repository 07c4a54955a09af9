// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

double luminance(const QColor& colour) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast_of(const QColor& words, const QColor& ground) {
  const double a = luminance(words), b = luminance(ground);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr Role series_roles[] = {Role::series_1, Role::series_2, Role::series_3, Role::series_4,
                                 Role::series_5, Role::series_6, Role::series_7, Role::series_8};

TEST(Theme, WordsOfEverySeriesCanBeRead) {
  for (const Theme& theme : {light_theme(), dark_theme(), print_theme(), greyscale_theme()}) {
    for (const Role role : series_roles)
      EXPECT_GE(contrast_of(theme.words(role), theme.pane), 4.5) << static_cast<int>(role) << theme.dark;
    EXPECT_GE(contrast_of(theme.words(Role::muted), theme.pane), 4.5) << theme.dark;
  }
}

TEST(Theme, WordsThatCanBeReadKeepTheColourOfTheirLines) {
  EXPECT_EQ(light_theme().words(Role::series_1), light_theme().colour(Role::series_1));
  EXPECT_NE(greyscale_theme().words(Role::series_4), greyscale_theme().colour(Role::series_4));
}

TEST(Theme, GreysOfNeighboursDiffer) {
  const auto lightness = [](Role role) {  // CIE L*, from 0 to 100
    const double light = luminance(greyscale_theme().colour(role));
    return light <= 216.0 / 24389 ? light * 24389 / 27 : 116 * std::cbrt(light) - 16;
  };
  for (std::size_t n = 0; n < 8; ++n) {
    for (std::size_t other = n + 1; other < n + 8; ++other) {
      const double apart = other == n + 1 ? 30 : other == n + 2 ? 20 : 10;
      EXPECT_GE(std::abs(lightness(series(n)) - lightness(series(other))), apart - 0.5) << n << " " << other;
    }
  }
}

TEST(Theme, GreyIsGrey) {
  for (const Role role : series_roles) {
    for (const QColor& colour : {greyscale_theme().colour(role), greyscale_theme().words(role)}) {
      EXPECT_EQ(colour.red(), colour.green());
      EXPECT_EQ(colour.green(), colour.blue());
    }
  }
}

}  // namespace
}  // namespace theta
