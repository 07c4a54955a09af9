// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/composed_panel.h"

#include "ui/figure/canvas.h"
#include "ui/figure/paint_layer.h"

#include <algorithm>
#include <variant>

namespace theta {
namespace {

constexpr double side_margin = 16;

Heading heading_of(const Panel& panel, const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  Heading heading{.title = set_text(panel.title, fonts.title),
                  .hint = theme.for_files ? SetText() : set_text(panel.hint, fonts.hint),
                  .room = {},
                  .left = place.pane.left() + side_margin,
                  .right = place.pane.right() - spacing(theme).right,
                  .baseline = place.pane.top() + spacing(theme).title_baseline * theme.type};
  const double width = heading.right - heading.left;
  if (heading.title.width > width && !panel.short_title.empty())
    heading.title = set_text(panel.short_title, fonts.title);
  if (heading.title.width > width) {
    const SetText words = set_text(panel.short_title.empty() ? panel.title : panel.short_title, fonts.strong);
    heading.title_cut = words.width > width;
    heading.title = elided(words, width);
  }
  if (heading.title.width + heading.hint.width + side_margin > width)
    heading.hint = {};  // the title goes before the hint where both do not fit
  const double from = heading.left + heading.title.width + side_margin,
               to = heading.hint.empty() ? heading.right : heading.right - heading.hint.width - side_margin;
  heading.room = QRectF(from, heading.baseline - 12 * theme.type, std::max(0.0, to - from), 16 * theme.type);
  return heading;
}

std::vector<std::vector<Polyline>> curves_of(const Panel& panel, const Coordinates& at, double tolerance) {
  std::vector<std::vector<Polyline>> curves;
  for (const Layer& layer : panel.layers) {
    const Curve* curve = std::get_if<Curve>(&layer);
    curves.push_back(curve ? curve_lines(at, curve->x, curve->y, tolerance) : std::vector<Polyline>{});
  }
  return curves;
}

}  // namespace

LegendRoom legend_room(const Heading& heading, const PanelPlace& place) {
  return {.above = place.legend_room,
          .title_row = heading.room,
          .hint_width = heading.right - heading.room.right(),
          .plot = place.plot};
}

ComposedPanel compose_panel(const Panel& panel, const PanelPlace& place, std::span<const QPointF> handles,
                            const Theme& theme, const Letterings& fonts, LabelMemory& memory) {
  const Coordinates at = place.coordinates();
  ComposedPanel composed{.heading = heading_of(panel, place, theme, fonts),
                         .curves = curves_of(panel, at, line_tolerance(theme.for_files)),
                         .words = {}};
  composed.words = place_words({panel, at, composed.curves, handles, legend_room(composed.heading, place)},
                               theme, fonts, memory);
  return composed;
}

}  // namespace theta
