// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/colour_bar.h"

#include "ui/figure/colour_map.h"
#include "ui/figure/panel_layout.h"

#include <QImage>

#include <algorithm>

namespace theta {

void paint_colour_bar(const Canvas& canvas, const Map& map, const QRectF& bar, const Letterings& fonts) {
  QPainter& painter = canvas.painter;
  const ColourTable& table = colour_table(map.colours, canvas.theme);
  QImage ramp(1, static_cast<int>(table.size()), QImage::Format_RGB32);
  for (int i = 0; i < ramp.height(); ++i)
    ramp.setPixel(0, i, table[table.size() - 1 - static_cast<std::size_t>(i)]);
  painter.drawImage(bar, ramp);
  painter.setPen(QPen(canvas.theme.hairline, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
  if (!(map.low < map.high)) return;

  const Axis scale{.low = map.low, .high = map.high};
  painter.setPen(canvas.theme.muted_text);
  double widest = 0;
  for (const Tick& tick : fitting_ticks(scale, bar.height(), true, fonts.tick)) {
    const SetText label = set_text(tick.label, fonts.tick);
    const double y = bar.bottom() - (tick.at - map.low) / (map.high - map.low) * bar.height();
    draw_text(painter, label, QPointF(bar.right() + 6, y + 0.36 * fonts.tick.size));
    widest = std::max(widest, label.width);
  }
  if (map.mark.label.empty()) return;
  const SetText name = set_text(map.mark.label, fonts.tick);
  painter.save();
  painter.translate(bar.right() + 6 + std::max(widest, 24.0) + 8 + name.ascent,
                    bar.center().y() + name.width / 2);
  painter.rotate(-90);
  draw_text(painter, name, QPointF());
  painter.restore();
}

}  // namespace theta
