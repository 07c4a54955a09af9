// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paint_figure.h"
#include "ui/export/painted_figures.h"
#include "ui/export/svg_painting.h"
#include "ui/words.h"

namespace theta {
namespace {

/// To a nanometre: pixels are counted from it.
QByteArray millimetres(double length) { return QByteArray::number(length, 'g', 9) + "mm"; }

/// Data, too, holds signs that XML reserves.
QByteArray element(const char* name, const QString& text) {
  if (text.isEmpty()) return {};
  return QByteArray("<") + name + ">" + text.toHtmlEscaped().toUtf8() + "</" + name + ">\n";
}

}  // namespace

QByteArray figure_svg(const Figure& figure, const Sheet& sheet, const std::string& state) {
  const PageLayout page = page_layout(sheet);
  SvgPainting painting(page.size);
  {
    QPainter painter(&painting);
    paint_figure(painter, figure, sheet,
                 {.open = [&](const QString& id) { painting.open_group(id); },
                  .close = [&] { painting.close_group(); }});
  }
  QByteArray svg =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
  svg += " width=\"" + millimetres(sheet.width) + "\" height=\"" + millimetres(sheet.height) +
         "\" viewBox=\"0 0 " + svg_number(page.size.width()) + " " + svg_number(page.size.height()) +
         "\" role=\"img\">\n";
  svg += element("title", plain(figure.title)) + element("desc", plain(figure.description));
  svg += element("metadata", QString::fromStdString(state));
  return svg + painting.elements() + "</svg>\n";
}

}  // namespace theta
