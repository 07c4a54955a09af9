// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_difference.h"

#include <QBuffer>
#include <QImage>

#include <gtest/gtest.h>

#include <string>

namespace theta {
namespace {

std::string png_of(QImage image, const QString& comment = {}) {
  if (!comment.isEmpty()) image.setText(QStringLiteral("Comment"), comment);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes.toStdString();
}

/// A hundred dots to the centimetre.
QImage white(int width, int height) {
  QImage image(width, height, QImage::Format_ARGB32);
  image.fill(Qt::white);
  image.setDotsPerMeterX(10'000);
  image.setDotsPerMeterY(10'000);
  return image;
}

TEST(PictureDifference, SaysHowManyPixelsDifferAndWhere) {
  QImage other = white(40, 30);
  other.setPixelColor(10, 20, Qt::red);
  other.setPixelColor(14, 22, Qt::red);
  EXPECT_EQ(picture_difference(png_of(other), png_of(white(40, 30))),
            "2 of 1200 pixels differ, from 10, 20 to 14, 22: 1 to 1.5 mm from the left, 2 to 2.3 mm from "
            "the top");
}

TEST(PictureDifference, SeesTransparentPixels) {
  QImage other = white(4, 4);
  other.setPixelColor(0, 0, Qt::transparent);
  EXPECT_TRUE(picture_difference(png_of(other), png_of(white(4, 4))).starts_with("1 of 16 pixels"));
}

TEST(PictureDifference, NamesAnotherSize) {
  EXPECT_EQ(picture_difference(png_of(white(40, 30)), png_of(white(40, 31))),
            "its size is 40 × 30 pixels instead of 40 × 31 pixels");
}

TEST(PictureDifference, TellsPixelsFromWhatStandsBesideThem) {
  EXPECT_EQ(picture_difference(png_of(white(4, 4), QStringLiteral("ours")), png_of(white(4, 4))),
            "the pixels are the same, what stands beside them differs");
}

TEST(PictureDifference, NoticesFilesCutShort) {
  const std::string whole = png_of(white(40, 30));
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_EQ(picture_difference(whole.substr(0, size), whole), "the file is cut short or damaged") << size;
}

}  // namespace
}  // namespace theta
