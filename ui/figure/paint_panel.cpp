// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/paint_panel.h"

#include "ui/figure/canvas.h"
#include "ui/figure/colour_bar.h"
#include "ui/figure/paint_layer.h"

#include <QPen>

#include <variant>

namespace theta {
namespace {

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
                 const ComposedPanel& composed, const Theme& theme, const Letterings& fonts,
                 const Groups& groups) {
  const Coordinates at = place.coordinates();
  const Canvas canvas = canvas_of(painter, theme, at);
  for (std::size_t i = 0; i < panel.layers.size(); ++i) {
    const Layer& layer = panel.layers[i];
    if (groups.open) groups.open(QString::fromStdString(panel.id + "." + mark_of(layer).id));
    paint_layer(canvas, layer, composed.curves[i]);
    if (const Map* map = std::get_if<Map>(&layer)) paint_colour_bar(canvas, *map, place, fonts);
    if (groups.close) groups.close();
  }
  const PanelWords& words = composed.words;
  paint_heading(painter, composed.heading, !(words.legend && words.legend->over_hint), theme);
  for (const PlacedLabel& label : words.labels) {
    if (label.over_drawing) painter.fillRect(label.box(), faded(theme.pane, 0.85));
    painter.setPen(theme.words(label.role));
    draw_text_in_box(painter, label.text, label.top_left);
  }
  if (words.legend) paint_legend(canvas, words.legend->legend);
}

}  // namespace theta
