// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/figure/sample.h"
#include "ui/export/embedded_state.h"
#include "ui/export/painted_figures.h"

#include <QImage>

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

QImage png_image(const Sheet& sheet, const std::string& state = {}) {
  return QImage::fromData(figure_png(four_panels(), sheet, state), "PNG");
}

TEST(FigurePng, has_as_many_pixels_as_its_millimetres_ask_for) {
  const struct {
    double width, height;
    std::int64_t dpi;
    QSize pixels;
  } cases[] = {{25.4, 50.8, 300, {300, 600}},
               {89, 60, 300, {1051, 709}},
               {317.5, 1200 * 25.4 / 144, 96, {1200, 800}},
               {20, 20, 30, {24, 24}}};
  for (const auto& [width, height, dpi, size] : cases) {
    const Sheet sheet{.width = width, .height = height, .dpi = dpi};
    EXPECT_EQ(pixels(sheet), size);
    const QImage image = png_image(sheet);
    EXPECT_EQ(image.size(), size);
    EXPECT_EQ(image.dotsPerMeterX(), std::lround(static_cast<double>(dpi) / 0.0254));
    EXPECT_EQ(image.dotsPerMeterY(), image.dotsPerMeterX());
  }
}

TEST(FigurePng, has_a_ground_unless_it_is_transparent) {
  Sheet sheet{.width = 60, .height = 40, .theme = SheetTheme::print, .dpi = 96};
  const QImage solid = png_image(sheet);
  sheet.transparent = true;
  const QImage clear = png_image(sheet);
  EXPECT_EQ(solid.pixel(0, 0), qRgb(255, 255, 255));
  EXPECT_FALSE(solid.hasAlphaChannel());
  EXPECT_EQ(qAlpha(clear.pixel(0, 0)), 0);
  int painted = 0, different = 0;
  for (int y = 0; y < clear.height(); ++y) {
    for (int x = 0; x < clear.width(); ++x) {
      const QRgb over = clear.pixel(x, y);
      painted += qAlpha(over) > 0;
      const auto on_white = [&](int channel) { return channel * qAlpha(over) / 255.0 + 255 - qAlpha(over); };
      different += std::abs(on_white(qRed(over)) - qRed(solid.pixel(x, y))) > 4 ||
                   std::abs(on_white(qBlue(over)) - qBlue(solid.pixel(x, y))) > 4;
    }
  }
  EXPECT_GT(painted, 100);
  EXPECT_EQ(different, 0);  // laid on white, both look the same
}

TEST(FigurePng, carries_words_and_state_for_any_reader) {
  const std::string state = R"({"a":"<&>\"'","b":[1,2]})";
  const QByteArray png = figure_png(four_panels(), {.width = 60, .height = 40, .dpi = 96}, state);
  const QImage image = QImage::fromData(png, "PNG");
  EXPECT_EQ(image.text("Title"), "Rotary <embedding> & more");
  EXPECT_EQ(image.text("Description"), "A query at position 14 and a key at position 5.");
  EXPECT_EQ(image.text("thetalab").toStdString(), state);
  EXPECT_EQ(embedded_state(png.toStdString(), FileFormat::png), state);
  EXPECT_EQ(png_image({.width = 60, .height = 40, .dpi = 96}).text("thetalab"), "");
}

TEST(FigurePng, shows_what_the_figure_shows_whatever_it_carries) {
  const Sheet sheet{.width = 60, .height = 40, .dpi = 96};
  EXPECT_EQ(png_image(sheet, "{}").convertToFormat(QImage::Format_RGB32), figure_image(four_panels(), sheet));
}

TEST(FigurePng, is_the_same_each_time) {
  const Sheet sheet{.width = 60, .height = 40, .dpi = 150};
  EXPECT_EQ(figure_png(all_kinds(), sheet, "{}"), figure_png(all_kinds(), sheet, "{}"));
}

TEST(FigurePng, is_grey_in_grey) {
  const Sheet sheet{.width = 90, .height = 60, .theme = SheetTheme::greyscale, .dpi = 150};
  const QImage image = figure_image(all_kinds(), sheet);
  int tinted = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      const QRgb pixel = image.pixel(x, y);
      tinted += qRed(pixel) != qGreen(pixel) || qGreen(pixel) != qBlue(pixel);
    }
  }
  EXPECT_EQ(tinted, 0);
}

}  // namespace
}  // namespace theta
