// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula_strip.h"

#include "tests/ui/correlation.h"

#include <QImage>

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

/// How unlike the corner's colour each pixel of an area is.
std::vector<double> ink(const QImage& image, QRect area) {
  const QColor ground = image.pixelColor(area.topLeft());
  std::vector<double> all;
  for (int y = area.top(); y <= area.bottom(); ++y) {
    for (int x = area.left(); x <= area.right(); ++x) {
      const QColor colour = image.pixelColor(x, y);
      all.push_back(std::hypot(colour.red() - ground.red(), colour.green() - ground.green()));
    }
  }
  return all;
}

TEST(FormulaStrip, ALitSymbolIsTheSameInAnotherColour) {
  FormulaStrip strip;
  strip.show_theme(light_theme());
  strip.show_formula("rope");
  strip.resize(1000, strip.height());
  const QImage before = strip.grab().toImage();
  for (const char* parameter : {"query_position", "key_position", "base"}) {
    strip.light(parameter);
    const QImage lit = strip.grab().toImage();
    ASSERT_FALSE(strip.places_of(parameter).empty());
    for (const QRectF& place : strip.places_of(parameter)) {
      const QRect area = place.toAlignedRect();
      EXPECT_NE(lit.copy(area), before.copy(area)) << parameter;
      EXPECT_GT(correlation(ink(lit, area), ink(before, area)), 0.9) << parameter;
    }
  }
}

}  // namespace
}  // namespace theta
