// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/upright_words.h"

#include <algorithm>
#include <utility>

namespace theta {
namespace {

struct UprightRoom {
  double top, bottom;
  double length() const { return bottom - top; }
};

UprightRoom upright_room(const PanelPlace& place, const Theme& theme) {
  const double heading = place.legend_room.isEmpty()
                             ? place.pane.top() + (spacing(theme).plot - 4) * theme.type
                             : place.legend_room.bottom() + 2;
  return {heading, place.pane.bottom() - 4};
}

}  // namespace

double UprightWords::more_width(const Theme& theme) const {
  return lines.size() > 1 ? tick_line * theme.type : 0;
}

UprightWords upright_words(const Text& words, const PanelPlace& place, const Theme& theme,
                           const Lettering& fonts) {
  UprightWords upright;
  const SetText all = set_text(words, fonts);
  if (all.empty()) return upright;
  const double length = upright_room(place, theme).length();
  auto [first, rest] = broken(all, length);
  upright.cut = first.width > length || rest.width > length;
  upright.lines.push_back(elided(std::move(first), length));
  if (!rest.empty()) upright.lines.push_back(elided(std::move(rest), length));
  return upright;
}

void paint_upright(QPainter& painter, const UprightWords& words, double x, const PanelPlace& place,
                   const Theme& theme) {
  const UprightRoom room = upright_room(place, theme);
  for (const SetText& each : words.lines) {
    const double lowest = std::min(room.top + each.width, room.bottom);
    painter.save();
    painter.translate(x, std::clamp(place.plot.center().y() + each.width / 2, lowest, room.bottom));
    painter.rotate(-90);
    draw_text(painter, each, {0, 0});
    painter.restore();
    x += tick_line * theme.type;
  }
}

}  // namespace theta
