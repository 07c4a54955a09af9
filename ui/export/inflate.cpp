// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/inflate.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace theta {

std::optional<QByteArray> inflated(const QByteArray& packed, qsizetype largest) {
  constexpr qsizetype piece = 1 << 16;
  if (packed.size() > std::numeric_limits<int>::max()) return {};
  z_stream stream = {};
  stream.next_in =
      const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.constData()));  // zlib only reads there
  stream.avail_in = static_cast<uInt>(packed.size());
  if (inflateInit(&stream) != Z_OK) return {};
  QByteArray bytes;
  int outcome = Z_OK;
  while (outcome == Z_OK && bytes.size() <= largest) {
    const qsizetype before = bytes.size();
    bytes.resize(before + piece);
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + before);
    stream.avail_out = static_cast<uInt>(piece);
    outcome = inflate(&stream, Z_NO_FLUSH);
    bytes.resize(before + piece - static_cast<qsizetype>(stream.avail_out));
  }
  inflateEnd(&stream);
  if (outcome != Z_STREAM_END || bytes.size() > largest) return {};
  return bytes;
}

}  // namespace theta
