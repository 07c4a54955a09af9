// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figure_tex.h"

#include "ui/export/paint_figure.h"
#include "ui/figure/colour_map.h"
#include "ui/figure/panel_layout.h"

#include <variant>

namespace theta {
namespace {

Rgb rgb_of(const QColor& colour) {
  return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
          static_cast<std::uint8_t>(colour.blue())};
}

std::vector<Rgb> ramp_of(ColourScale scale, const Theme& theme) {
  std::vector<Rgb> ramp;
  for (const QRgb colour : colour_table(scale, theme)) ramp.push_back(rgb_of(QColor(colour)));
  return ramp;
}

/// Of the panel's colour bar.
std::vector<Tick> colour_ticks(const Panel& panel, const QRectF& bar, const Lettering& fonts) {
  for (const Layer& layer : panel.layers)
    if (const Map* map = std::get_if<Map>(&layer); map && map->low < map->high)
      return fitting_ticks({.low = map->low, .high = map->high}, bar.height(), true, fonts);
  return {};
}

std::vector<PgfPanel> pgf_panels(const Figure& figure, const PageLayout& page) {
  std::vector<PgfPanel> panels;
  const Lettering fonts = letterings(page.theme).tick;
  for (const PanelPlace& place : panel_places(figure, page)) {
    const double unit = page.millimetres;
    panels.push_back({.panel = place.panel,
                      .left = place.plot.left() * unit,
                      .top = place.plot.top() * unit,
                      .width = place.plot.width() * unit,
                      .height = place.plot.height() * unit,
                      .pane_left = place.pane.left() * unit,
                      .pane_top = place.pane.top() * unit,
                      .pane_width = place.pane.width() * unit,
                      .pane_height = place.pane.height() * unit,
                      .legend_left = place.legend_room.left() * unit,
                      .legend_height = place.legend_room.height() * unit,
                      .legend_rows = place.legend_rows,
                      .x = place.shape.x,
                      .y = place.shape.y,
                      .x_ticks = place.x_ticks,
                      .y_ticks = place.y_ticks,
                      .colour_ticks = colour_ticks(figure.panels[place.panel], place.colour_bar, fonts)});
  }
  return panels;
}

}  // namespace

std::string figure_tex(const Figure& figure, const Origin& origin, const Sheet& sheet,
                       const std::string& state) {
  const PageLayout page = page_layout(sheet);
  const Theme& theme = page.theme;
  constexpr double points_a_curve = 1.125;  // of 1.5 units of 0.75 pt
  const PgfStyle style{.width = sheet.width,
                       .height = sheet.height,
                       .font_size = page.font_size,
                       .serif = theme.serif,
                       .line_width = page.line_width / points_a_curve,
                       .bars = theme.bars,
                       .colour = [&](Role role) { return rgb_of(theme.colour(role)); },
                       .words = [&](Role role) { return rgb_of(theme.words(role)); },
                       .ramp = [&](ColourScale scale) { return ramp_of(scale, theme); },
                       .ground = sheet.transparent ? std::nullopt : std::optional(rgb_of(theme.pane)),
                       .text = rgb_of(theme.text),
                       .muted_text = rgb_of(theme.muted_text),
                       .grid = rgb_of(theme.grid),
                       .axis = rgb_of(theme.axis),
                       .state = state};
  return write_figure_pgfplots(figure, origin, pgf_panels(figure, page), style);
}

}  // namespace theta
