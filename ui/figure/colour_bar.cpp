// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/colour_bar.h"

#include "ui/figure/colour_map.h"

#include <QImage>

#include <algorithm>
#include <vector>

namespace theta {
namespace {

std::vector<Tick> colour_ticks(const Map& map, const QRectF& bar, const Letterings& fonts) {
  return fitting_ticks({.low = map.low, .high = map.high}, bar.height(), true, fonts.tick);
}

}  // namespace

ColourName colour_name(const Map& map, const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  if (map.mark.label.empty() || !(map.low < map.high)) return {};
  const SetText words = set_text(map.mark.label, fonts.tick);
  const UprightRoom room = upright_room(place, theme);
  ColourName name{.text = elided(words, room.bottom - room.top), .cut = words.width > room.bottom - room.top};
  double widest = 24;
  for (const Tick& tick : colour_ticks(map, place.colour_bar, fonts))
    widest = std::max(widest, set_text(tick.label, fonts.tick).width);
  const double lowest = std::min(room.top + name.text.width, room.bottom);
  name.at = {place.colour_bar.right() + 6 + widest + 8 + words.ascent,
             std::clamp(place.colour_bar.center().y() + name.text.width / 2, lowest, room.bottom)};
  return name;
}

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
  const ColourName name = colour_name(map, place, canvas.theme, fonts);
  painter.save();
  painter.translate(name.at);
  painter.rotate(-90);
  draw_text(painter, name.text, QPointF());
  painter.restore();
}

}  // namespace theta
