// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paint_figure.h"

#include "ui/figure/handles.h"
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

std::vector<PanelPlace> panel_places(const Figure& figure, const PageLayout& page) {
  const double foot = foot_of_remarks(figure, page.theme, page.size.width());
  return lay_out(shapes_of(figure), page.theme, {page.size.width(), page.size.height() - foot});
}

void paint_figure(QPainter& painter, const Figure& figure, const Sheet& sheet, const Groups& groups) {
  const PageLayout page = page_layout(sheet);
  const std::vector<PanelPlace> places = panel_places(figure, page);
  const std::vector<HandlePlace> handles = place_handles(figure, places);
  const Letterings fonts = letterings(page.theme);
  LabelMemory memory;

  painter.setRenderHint(QPainter::Antialiasing);
  if (!sheet.transparent) painter.fillRect(QRectF(QPointF(0, 0), page.size), page.theme.pane);
  for (std::size_t i = 0; i < places.size(); ++i) {
    Panel panel = figure.panels[places[i].panel];
    panel.hint = {};
    if (groups.open) groups.open(QString::fromStdString(panel.id));
    paint_frame(painter, places[i], page.theme, fonts);
    std::vector<QPointF> dots;
    for (const HandlePlace& handle : handles)
      if (handle.place == i) dots.push_back(handle.at);
    paint_panel(painter, panel, places[i], dots, page.theme, fonts, memory, groups);
    for (const HandlePlace& handle : handles)
      if (handle.place == i) paint_handle_dot(painter, figure.handles[handle.handle], handle.at, page.theme);
    if (groups.close) groups.close();
  }
  double panels_end = 0;
  for (const PanelPlace& place : places) panels_end = std::max(panels_end, place.pane.bottom());
  paint_remarks(painter, figure, page.theme, page.size, panels_end);
}

}  // namespace theta
