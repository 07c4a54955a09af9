// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_difference.h"

#include "core/model/text.h"
#include "ui/export/png_text.h"

#include <QImage>

#include <cmath>
#include <cstdint>

namespace theta {
namespace {

struct Differing {
  std::int64_t count = 0;
  QRect around;
};

Differing differing_pixels(const QImage& is, const QImage& should) {
  Differing found;
  for (int y = 0; y < is.height(); ++y) {
    for (int x = 0; x < is.width(); ++x) {
      if (is.pixel(x, y) == should.pixel(x, y)) continue;
      ++found.count;
      found.around |= QRect(x, y, 1, 1);
    }
  }
  return found;
}

std::string size_of(const QImage& image) {
  return fill(say("{} × {} pixels", image.width(), image.height()));
}

QImage picture_in(const std::string& png) {
  return QImage::fromData(QByteArray::fromStdString(png)).convertToFormat(QImage::Format_ARGB32);
}

}  // namespace

std::string picture_difference(const std::string& is, const std::string& should) {
  if (!is_whole_png(QByteArray::fromStdString(is))) return "the file is cut short or damaged";
  const QImage before = picture_in(is), after = picture_in(should);
  if (before.isNull()) return "the picture cannot be read";
  if (before.size() != after.size())
    return "its size is " + size_of(before) + " instead of " + size_of(after);
  const auto [count, around] = differing_pixels(before, after);
  if (count == 0) return "the pixels are the same, what stands beside them differs";
  const auto millimetres = [&](int dots) { return std::round(1e4 * dots / after.dotsPerMeterX()) / 10; };
  return fill(
      say("{} of {} pixels differ, from {}, {} to {}, {}: {} to {} mm from the left, {} to {} mm from "
          "the top",
          count, std::int64_t{before.width()} * before.height(), around.left(), around.top(), around.right(),
          around.bottom(), millimetres(around.left()), millimetres(around.right() + 1),
          millimetres(around.top()), millimetres(around.bottom() + 1)));
}

}  // namespace theta
