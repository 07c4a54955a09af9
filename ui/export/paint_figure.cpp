// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paint_figure.h"

#include "ui/figure/lay_out_alike.h"
#include "ui/figure/paint_panel.h"
#include "ui/figure/panel_frame.h"
#include "ui/figure/remarks.h"

#include <algorithm>

namespace theta {
namespace {

constexpr double label_units = 11, curve_units = 1.5;

Theme colours(SheetTheme theme) {
  switch (theme) {
    case SheetTheme::dark:
      return dark_theme();
    case SheetTheme::print:
      return print_theme();
    case SheetTheme::greyscale:
      return greyscale_theme();
    case SheetTheme::projector:
      return projector(light_theme());
    case SheetTheme::light:
      break;
  }
  return light_theme();
}

/// What panes are set off by from the window's sides and top would be blank on paper; below them a gutter is
/// left.
QSizeF size_laid_out(const PageLayout& page) {
  return page.size + QSizeF(2 * gutter, 2 * spacing(page.theme).row_gap - gutter);
}

void put_on_page(std::vector<PanelPlace>& places, const Theme& theme) {
  for (PanelPlace& place : places)
    for (QRectF* area : {&place.pane, &place.plot, &place.colour_bar, &place.legend_room})
      area->translate(-gutter, -spacing(theme).row_gap);
}

/// Whether a panel's legend finds no place but over what is drawn.
bool legend_hides(const Panel& panel, const PanelPlace& place, const Theme& theme) {
  if (place.shape.names.empty() || !place.legend_room.isEmpty()) return false;
  LabelMemory memory;
  const PanelWords words = compose_panel(panel, place, {}, theme, letterings(theme), memory).words;
  return words.legend_left_out || (words.legend && words.legend->covers > 0);
}

}  // namespace

PageLayout page_layout(const Sheet& sheet) {
  PageLayout page;
  page.theme = colours(sheet.theme);
  page.font_size = sheet.font_size * page.theme.type;
  page.line_width = sheet.line_width * page.theme.lines;
  page.theme.for_files = true;
  page.theme.type = 1;  // units follow the font's size
  page.theme.outlines = sheet.text == SheetText::outline;
  page.theme.serif = sheet.family == SheetFamily::serif;
  const double points = page.font_size / label_units;
  page.millimetres = points * typographic_point;
  page.theme.lines = page.line_width / (curve_units * points);
  page.theme.map_density = static_cast<double>(sheet.dpi) / inch * page.millimetres;
  page.size = QSizeF(sheet.width, sheet.height) / page.millimetres;
  return page;
}

double foot_on_page(const Figure& figure, const PageLayout& page) {
  return all_remarks(figure).empty() ? -gutter
                                     : foot_of_remarks(figure, page.theme, size_laid_out(page).width());
}

std::vector<PanelPlace> panel_places(const Figure& figure, const PageLayout& page) {
  const QSizeF size = size_laid_out(page);
  const double foot = foot_on_page(figure, page);
  std::vector<PanelShape> shapes = shapes_of(figure);
  const auto laid_out = [&] {
    std::vector<PanelPlace> places = lay_out(shapes, page.theme, {size.width(), size.height() - foot});
    put_on_page(places, page.theme);
    return places;
  };
  std::vector<PanelPlace> places = laid_out();
  bool any_hides = false;
  for (const PanelPlace& place : places) {
    const bool hides = legend_hides(figure.panels[place.panel], place, page.theme);
    shapes[place.panel].legend_hides = hides;
    any_hides |= hides;
  }
  return any_hides ? laid_out() : places;
}

std::vector<std::vector<PanelPlace>> panel_places_alike(const std::vector<std::vector<PanelShape>>& figures,
                                                        const PageLayout& page, double foot) {
  auto layouts = lay_out_alike(figures, page.theme, size_laid_out(page) - QSizeF(0, foot));
  for (std::vector<PanelPlace>& places : layouts) put_on_page(places, page.theme);
  return layouts;
}

void paint_figure(QPainter& painter, const Figure& figure, const Sheet& sheet, const Groups& groups) {
  paint_figure(painter, figure, sheet, panel_places(figure, page_layout(sheet)), groups);
}

ComposedFigure compose_figure(const Figure& figure, const PageLayout& page,
                              const std::vector<PanelPlace>& places, LabelMemory memory) {
  const Letterings fonts = letterings(page.theme);
  ComposedFigure composed;
  double panels_end = 0;
  for (const PanelPlace& place : places) {
    composed.panels.push_back(
        compose_panel(figure.panels[place.panel], place, {}, page.theme, fonts, memory));
    panels_end = std::max(panels_end, place.pane.bottom());
  }
  const QSizeF size(size_laid_out(page).width(), page.size.height());
  composed.remarks = set_remarks(figure, page.theme, size, panels_end);
  return composed;
}

LabelMemory words_of(const Figure& figure, const PageLayout& page, const std::vector<PanelPlace>& places) {
  const Letterings fonts = letterings(page.theme);
  LabelMemory memory;
  for (const PanelPlace& place : places) {
    const Panel& panel = figure.panels[place.panel];
    const PanelWords words = compose_panel(panel, place, {}, page.theme, fonts, memory).words;
    if (words.legend) memory.legends.emplace(panel.id, *words.legend);
  }
  memory.settled = true;
  return memory;
}

void paint_figure(QPainter& painter, const Figure& figure, const Sheet& sheet,
                  const std::vector<PanelPlace>& places, const Groups& groups, const LabelMemory& memory) {
  const PageLayout page = page_layout(sheet);
  const Letterings fonts = letterings(page.theme);
  const ComposedFigure composed = compose_figure(figure, page, places, memory);

  painter.setRenderHint(QPainter::Antialiasing);
  if (!sheet.transparent) painter.fillRect(QRectF(QPointF(0, 0), page.size), page.theme.pane);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Panel& panel = figure.panels[places[i].panel];
    if (groups.open) groups.open(QString::fromStdString(panel.id));
    paint_frame(painter, places[i], page.theme, fonts);
    paint_panel(painter, panel, places[i], composed.panels[i], page.theme, fonts, groups);
    if (groups.close) groups.close();
  }
  painter.translate(-gutter, 0);
  paint_remarks(painter, composed.remarks, page.theme);
  painter.translate(gutter, 0);
}

}  // namespace theta
