// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/colour_bar.h"

#include "ui/figure/colour_map.h"
#include "ui/figure/upright_words.h"

#include <QImage>

#include <algorithm>
#include <vector>

namespace theta {
namespace {

std::vector<Tick> colour_ticks(const Map& map, const QRectF& bar, const Letterings& fonts) {
  return fitting_ticks({.low = map.low, .high = map.high}, bar.height(), true, fonts.tick);
}

}  // namespace

void paint_colour_bar(const Canvas& canvas, const Map& map, const PanelPlace& place,
                      const Letterings& fonts) {
  const QRectF& bar = place.colour_bar;
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

  painter.setPen(canvas.theme.muted_text);
  for (const Tick& tick : colour_ticks(map, bar, fonts)) {
    const SetText label = set_text(tick.label, fonts.tick);
    const double y = bar.bottom() - (tick.at - map.low) / (map.high - map.low) * bar.height();
    draw_text(painter, label, QPointF(bar.right() + 6, y + 0.36 * fonts.tick.size));
  }
  double widest = 24;
  for (const Tick& tick : colour_ticks(map, bar, fonts))
    widest = std::max(widest, set_text(tick.label, fonts.tick).width);
  paint_upright(painter, upright_words(map.mark.label, place, canvas.theme, fonts.tick),
                bar.right() + 6 + widest + 8 + 0.76 * fonts.tick.size, place, canvas.theme);
}

}  // namespace theta
