// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/png_text.h"

#include "ui/export/inflate.h"

#include <QtEndian>

#include <array>
#include <cstdint>

namespace theta {
namespace {

constexpr char signature[] = "\x89PNG\r\n\x1a\n";
constexpr qsizetype signature_size = 8, chunk_frame = 12;  // length, type and check sum around a chunk's data

/// The check sum of PNG's chunks: CRC-32 of ISO 3309.
std::uint32_t check_sum(const QByteArray& bytes) {
  std::uint32_t sum = 0xffffffffu;
  for (const char byte : bytes) {
    sum ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) sum = (sum & 1u) != 0 ? (sum >> 1) ^ 0xedb88320u : sum >> 1;
  }
  return ~sum;
}

QByteArray big_endian(std::uint32_t number) {
  QByteArray bytes(4, '\0');
  qToBigEndian(number, bytes.data());
  return bytes;
}

std::uint32_t number_at(const QByteArray& bytes, qsizetype at) {
  return qFromBigEndian<std::uint32_t>(bytes.constData() + at);
}

/// Between the key and the words: not compressed, no language, no translated key.
QByteArray text_head(const QByteArray& key) { return key + QByteArray(5, '\0'); }

bool is_text_of(const QByteArray& chunk, const QByteArray& key) {
  return (chunk.startsWith("tEXt") || chunk.startsWith("zTXt") || chunk.startsWith("iTXt")) &&
         QByteArrayView(chunk).sliced(4).startsWith(key + '\0');
}

std::optional<QByteArray> no_longer_than(qsizetype largest, const QByteArray& text) {
  if (text.size() > largest) return {};
  return text;
}

/// The words of a chunk of text, of which the part after the key's end is given.
std::optional<QByteArray> text_in(const QByteArray& type, const QByteArray& rest, qsizetype largest) {
  if (type == "tEXt") return no_longer_than(largest, rest);
  if (type == "zTXt")
    return inflated(rest.mid(1), largest);  // after the way of packing, of which there is one
  const qsizetype language_end = rest.indexOf('\0', 2),
                  key_end = language_end < 0 ? -1 : rest.indexOf('\0', language_end + 1);
  if (key_end < 0) return {};
  const QByteArray words = rest.mid(key_end + 1);
  return rest[0] != 0 ? inflated(words, largest) : no_longer_than(largest, words);
}

}  // namespace

bool is_png(const QByteArray& bytes) { return bytes.startsWith(QByteArray(signature, signature_size)); }

bool is_whole_png(const QByteArray& bytes) {
  qsizetype at = signature_size;
  while (is_png(bytes) && at + chunk_frame <= bytes.size()) {
    const qsizetype length = number_at(bytes, at);
    if (length > bytes.size() - at - chunk_frame) return false;
    const QByteArray body = bytes.mid(at + 4, 4 + length);
    if (number_at(bytes, at + 8 + length) != check_sum(body)) return false;
    if (body.startsWith("IEND")) return true;
    at += chunk_frame + length;
  }
  return false;
}

QByteArray with_png_text(const QByteArray& png, const QByteArray& key, const QByteArray& text) {
  if (!is_png(png) || text.isEmpty()) return png;
  const QByteArray body = "iTXt" + text_head(key) + text;
  const QByteArray chunk =
      big_endian(static_cast<std::uint32_t>(body.size() - 4)) + body + big_endian(check_sum(body));
  const qsizetype header_end = signature_size + chunk_frame + number_at(png, signature_size);
  return png.left(header_end) + chunk + png.mid(header_end);
}

std::optional<QByteArray> png_text(const QByteArray& png, const QByteArray& key, qsizetype largest) {
  qsizetype at = signature_size;
  while (is_png(png) && at + chunk_frame <= png.size()) {
    const qsizetype length = number_at(png, at);
    if (length > png.size() - at - chunk_frame) return {};
    const QByteArray body = png.mid(at + 4, 4 + length);
    if (is_text_of(body, key)) {
      if (number_at(png, at + 8 + length) != check_sum(body)) return {};
      return text_in(body.left(4), body.mid(4 + key.size() + 1), largest);
    }
    at += chunk_frame + length;
  }
  return {};
}

}  // namespace theta
