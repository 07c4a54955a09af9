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

/// Paints title and hint and returns the room between them, where a legend may stand.
QRectF paint_title(QPainter& painter, const Panel& panel, const PanelPlace& place, const Theme& theme,
                   const Letterings& fonts) {
  SetText title = set_text(panel.title, fonts.title);
  SetText hint = set_text(panel.hint, fonts.hint);
  const double left = place.pane.left() + margin, right = place.pane.right() - margin,
               baseline = place.pane.top() + title_baseline * theme.type;
  if (title.width > right - left) title = elided(set_text(panel.title, fonts.strong), right - left);
  if (title.width + hint.width + margin > right - left)
    hint = {};  // the title goes before the hint where both do not fit
  painter.setPen(theme.text);
  draw_text(painter, title, {left, baseline});
  painter.setPen(theme.muted_text);
  draw_text(painter, hint, {right - hint.width, baseline});
  const double free_from = left + title.width + margin,
               free_to = hint.empty() ? right : right - hint.width - margin;
  return QRectF(free_from, baseline - 12 * theme.type, std::max(0.0, free_to - free_from), 16 * theme.type);
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
  const QRectF title_row = paint_title(painter, panel, place, theme, fonts);
  const Coordinates at = place.coordinates();
  const Canvas canvas{painter, theme, at, keeps_lines(painter)};

  std::vector<std::vector<Polyline>> curves;
  for (const Layer& layer : panel.layers) {
    const Curve* curve = std::get_if<Curve>(&layer);
    curves.push_back(curve ? curve_lines(at, curve->x, curve->y) : std::vector<Polyline>{});
    if (groups.open) groups.open(QString::fromStdString(panel.id + "." + mark_of(layer).id));
    paint_layer(canvas, layer, curves.back());
    if (const Map* map = std::get_if<Map>(&layer)) paint_colour_bar(canvas, *map, place.colour_bar, fonts);
    if (groups.close) groups.close();
  }
  const PanelWords words = place_words({panel, at, curves, handles, title_row}, theme, fonts, memory);
  for (const PlacedLabel& label : words.labels) {
    if (label.over_drawing) painter.fillRect(label.box(), faded(theme.pane, 0.85));
    painter.setPen(theme.words(label.role));
    draw_text_in_box(painter, label.text, label.top_left);
  }
  if (words.legend) paint_legend(canvas, *words.legend);
}

}  // namespace theta
