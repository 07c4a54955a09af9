// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page_preview.h"

#include <QPainter>

namespace theta {

QPixmap page_preview(const QImage& page, const QColor& edge, double ratio) {
  QPixmap picture = QPixmap::fromImage(page);
  QPainter painter(&picture);
  painter.setPen(edge);
  painter.drawRect(picture.rect().adjusted(0, 0, -1, -1));
  painter.end();
  picture.setDevicePixelRatio(ratio);
  return picture;
}

}  // namespace theta
