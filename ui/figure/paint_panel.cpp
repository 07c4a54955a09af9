// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/paint_panel.h"

#include "ui/figure/canvas.h"
#include "ui/figure/colour_bar.h"
#include "ui/figure/paint_layer.h"

#include <QPen>

#include <algorithm>
#include <variant>
#include <vector>

namespace theta {
namespace {

constexpr double margin = 16, title_baseline = 24;

/// Title and hint, and the room between them, where a legend may stand.
struct Heading {
  SetText title, hint;
  QRectF room;
  double left, right, baseline;
};

Heading heading_of(const Panel& panel, const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  Heading heading{.title = set_text(panel.title, fonts.title),
                  .hint = set_text(panel.hint, fonts.hint),
                  .room = {},
                  .left = place.pane.left() + margin,
                  .right = place.pane.right() - margin,
                  .baseline = place.pane.top() + title_baseline * theme.type};
  const double width = heading.right - heading.left;
  if (heading.title.width > width && !panel.short_title.empty())
    heading.title = set_text(panel.short_title, fonts.title);
  if (heading.title.width > width)
    heading.title =
        elided(set_text(panel.short_title.empty() ? panel.title : panel.short_title, fonts.strong), width);
  if (heading.title.width + heading.hint.width + margin > width)
    heading.hint = {};  // the title goes before the hint where both do not fit
  const double from = heading.left + heading.title.width + margin,
               to = heading.hint.empty() ? heading.right : heading.right - heading.hint.width - margin;
  heading.room = QRectF(from, heading.baseline - 12 * theme.type, std::max(0.0, to - from), 16 * theme.type);
  return heading;
}

void paint_heading(QPainter& painter, const Heading& heading, bool with_hint, const Theme& theme) {
  painter.setPen(theme.text);
  draw_text(painter, heading.title, {heading.left, heading.baseline});
  if (!with_hint) return;
  painter.setPen(theme.muted_text);
  draw_text(painter, heading.hint, {heading.right - heading.hint.width, heading.baseline});
}

}  // namespace

void paint_pane(QPainter& painter, const QRectF& pane, const Theme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme.hairline, 1));
  painter.setBrush(theme.pane);
  painter.drawRoundedRect(pane.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
  painter.restore();
}

void paint_panel(QPainter& painter, const Panel& panel, const PanelPlace& place,
                 std::span<const QPointF> handles, const Theme& theme, const Letterings& fonts,
                 LabelMemory& memory, const Groups& groups) {
  const Heading heading = heading_of(panel, place, theme, fonts);
  const Coordinates at = place.coordinates();
  const Canvas canvas = canvas_of(painter, theme, at);

  std::vector<std::vector<Polyline>> curves;
  for (const Layer& layer : panel.layers) {
    const Curve* curve = std::get_if<Curve>(&layer);
    curves.push_back(curve ? curve_lines(at, curve->x, curve->y, canvas.tolerance())
                           : std::vector<Polyline>{});
    if (groups.open) groups.open(QString::fromStdString(panel.id + "." + mark_of(layer).id));
    paint_layer(canvas, layer, curves.back());
    if (const Map* map = std::get_if<Map>(&layer)) paint_colour_bar(canvas, *map, place.colour_bar, fonts);
    if (groups.close) groups.close();
  }
  const double hint_width = heading.right - heading.room.right();
  const PanelWords words = place_words(
      {panel, at, curves, handles, heading.room, place.legend_room, hint_width}, theme, fonts, memory);
  paint_heading(painter, heading, !words.over_hint, theme);
  for (const PlacedLabel& label : words.labels) {
    if (label.over_drawing) painter.fillRect(label.box(), faded(theme.pane, 0.85));
    painter.setPen(theme.words(label.role));
    draw_text_in_box(painter, label.text, label.top_left);
  }
  if (words.legend) paint_legend(canvas, *words.legend);
}

}  // namespace theta
