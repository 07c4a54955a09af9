// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/png_text.h"

#include <QBuffer>
#include <QImage>
#include <QtEndian>

#include <gtest/gtest.h>

#include <cstdint>
#include <zlib.h>

namespace theta {
namespace {

QByteArray small_png() {
  QImage image(2, 2, QImage::Format_RGB32);
  image.fill(Qt::red);
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return png;
}

constexpr qsizetype first_chunk_end = 8 + 12 + 13;  // after the signature and the header

TEST(PngText, comes_back) {
  for (const QByteArray& text : {QByteArray("{}"), QByteArray("θ < 1"), QByteArray(100'000, 'x')})
    EXPECT_EQ(png_text(with_png_text(small_png(), "key", text), "key"), text);
}

TEST(PngText, is_found_by_its_whole_key) {
  const QByteArray png = with_png_text(with_png_text(small_png(), "key", "one"), "keys", "many");
  EXPECT_EQ(png_text(png, "key"), "one");
  EXPECT_EQ(png_text(png, "keys"), "many");
  EXPECT_EQ(png_text(png, "ke"), std::nullopt);
  EXPECT_EQ(png_text(small_png(), "key"), std::nullopt);
}

TEST(PngText, is_a_chunk_as_the_standard_has_it) {
  const QByteArray png = with_png_text(small_png(), "k", "hello");
  const QByteArray expected = QByteArray::fromHex(
      "0000000b"
      "69545874"
      "6b0000000000"
      "68656c6c6f"
      "2a3a0b9d");
  EXPECT_EQ(png.mid(first_chunk_end, expected.size()).toHex(), expected.toHex());
  EXPECT_EQ(QImage::fromData(png, "PNG").text("k"), "hello");  // Qt checks the sum
  EXPECT_EQ(QImage::fromData(png, "PNG").pixel(1, 1), qRgb(255, 0, 0));
}

TEST(PngText, leaves_alone_what_is_no_png_and_writes_nothing_of_nothing) {
  EXPECT_EQ(with_png_text("GIF89a", "key", "text"), "GIF89a");
  EXPECT_EQ(with_png_text(small_png(), "key", ""), small_png());
  EXPECT_TRUE(is_png(small_png()));
  for (const QByteArray& bytes :
       {QByteArray(), QByteArray("\x89PNG"), QByteArray("GIF89a"), small_png().mid(1)}) {
    EXPECT_FALSE(is_png(bytes));
    EXPECT_EQ(png_text(bytes, "key"), std::nullopt);
  }
}

TEST(PngText, is_refused_where_the_check_sum_does_not_fit) {
  const QByteArray png = with_png_text(small_png(), "key", "a text");
  const qsizetype chunk = 12 + 3 + 5 + 6;
  for (qsizetype at = first_chunk_end + 4; at < first_chunk_end + chunk; ++at) {
    QByteArray damaged = png;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_EQ(png_text(damaged, "key"), std::nullopt) << at;
  }
}

TEST(PngText, is_refused_where_the_length_does_not_fit) {
  const QByteArray png = with_png_text(small_png(), "key", "a text");
  for (qsizetype at = first_chunk_end; at < first_chunk_end + 4; ++at) {
    for (const int bit : {1, 16, 128}) {
      QByteArray damaged = png;
      damaged[at] = static_cast<char>(damaged[at] ^ bit);
      EXPECT_EQ(png_text(damaged, "key"), std::nullopt) << at;
    }
  }
  for (qsizetype size = 0; size < first_chunk_end + 26; ++size)
    EXPECT_EQ(png_text(png.left(size), "key"), std::nullopt) << size;
}

QByteArray chunk_of(const QByteArray& body) {
  const auto number = [](std::uint32_t value) {
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
  };
  const uLong sum =
      crc32(0, reinterpret_cast<const Bytef*>(body.constData()), static_cast<uInt>(body.size()));
  return number(static_cast<std::uint32_t>(body.size() - 4)) + body + number(static_cast<std::uint32_t>(sum));
}

/// A picture with a chunk before its end, where other programs put texts.
QByteArray with_chunk(const QByteArray& body) {
  QByteArray png = small_png();
  return png.insert(png.size() - 12, chunk_of(body));
}

TEST(PngText, is_read_from_every_kind_of_chunk) {
  const QByteArray words = "{\"format\": 1}", packed = qCompress(words).mid(4), zero(1, '\0');
  for (const QByteArray& body : {"tEXtkey" + zero + words, "zTXtkey" + zero + zero + packed,
                                 "iTXtkey" + zero + zero + zero + zero + zero + words,
                                 "iTXtkey" + zero + "\1" + zero + "en" + zero + "Schl" + zero + packed})
    EXPECT_EQ(png_text(with_chunk(body), "key"), words) << body.left(4).toStdString();
}

TEST(PngText, is_not_unpacked_without_end) {
  const QByteArray zero(1, '\0'), bomb = qCompress(QByteArray(8 << 20, ' ')).mid(4);
  EXPECT_EQ(png_text(with_chunk("zTXtkey" + zero + zero + bomb), "key"), std::nullopt);
  EXPECT_EQ(png_text(with_chunk("zTXtkey" + zero + zero + bomb), "key", 8 << 20)->size(), 8 << 20);
  EXPECT_EQ(png_text(with_chunk("zTXtkey" + zero + zero + bomb.left(99)), "key"), std::nullopt);
  EXPECT_EQ(png_text(with_chunk("zTXtkey" + zero), "key"), std::nullopt);
  EXPECT_EQ(png_text(with_chunk("iTXtkey" + zero), "key"), std::nullopt);
  EXPECT_EQ(png_text(with_chunk("tEXtkey" + zero + "words"), "key", 4), std::nullopt);
}

TEST(PngText, knows_a_file_that_is_cut_short_or_damaged) {
  QByteArray png = with_png_text(small_png(), "key", "words");
  EXPECT_TRUE(is_whole_png(png));
  EXPECT_FALSE(is_whole_png(png.left(png.size() / 2)));
  EXPECT_FALSE(is_whole_png(png.left(png.size() - 1)));
  EXPECT_FALSE(is_whole_png({}));
  png[png.size() / 2] = static_cast<char>(png[png.size() / 2] ^ 1);
  EXPECT_FALSE(is_whole_png(png));
}

}  // namespace
}  // namespace theta
