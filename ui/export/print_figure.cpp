// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/print_figure.h"

#include "ui/export/paint_figure.h"

#include <QPrintPreviewDialog>
#include <QPrinter>

#include <algorithm>

namespace theta {

void print_figure(QPrinter& printer, const Figure& figure, const Sheet& sheet) {
  const PageLayout page = page_layout(sheet);
  const double dots_a_unit = printer.resolution() / 25.4 * page.millimetres;
  const QRectF room(printer.pageLayout().paintRectPixels(printer.resolution()));
  const double scale =
      std::min({dots_a_unit, room.width() / page.size.width(), room.height() / page.size.height()});
  QPainter painter(&printer);
  painter.scale(scale, scale);
  paint_figure(painter, figure, sheet);
}

void preview_print(QWidget* parent, const Figure& figure, const Sheet& sheet) {
  QPrinter printer(QPrinter::HighResolution);
  if (sheet.width > sheet.height) printer.setPageOrientation(QPageLayout::Landscape);
  QPrintPreviewDialog preview(&printer, parent);
  preview.resize(1000, 760);
  QObject::connect(&preview, &QPrintPreviewDialog::paintRequested, parent,
                   [&](QPrinter* paper) { print_figure(*paper, figure, sheet); });
  preview.exec();
}

}  // namespace theta
