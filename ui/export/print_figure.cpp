// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/print_figure.h"

#include "core/model/length.h"
#include "ui/export/paint_figure.h"

#include <QPrintPreviewDialog>
#include <QPrinter>

#include <algorithm>

namespace theta {

namespace {

/// What there is to print on, in millimetres.
QSizeF room_on(const QPrinter& printer) {
  return printer.pageLayout().paintRect(QPageLayout::Millimeter).size();
}

/// How large the figure is there beside its true size: 1, or less.
double share_of_size(const QSizeF& room, const Sheet& sheet) {
  return std::min({1.0, room.width() / sheet.width, room.height() / sheet.height});
}

}  // namespace

void print_figure(QPrinter& printer, const Figure& figure, const Sheet& sheet) {
  const PageLayout page = page_layout(sheet);
  const QSizeF room = room_on(printer);
  const double share = share_of_size(room, sheet), dots = printer.resolution() / inch;
  QPainter painter(&printer);
  painter.scale(dots, dots);
  painter.translate((room.width() - share * sheet.width) / 2, (room.height() - share * sheet.height) / 2);
  painter.scale(share * page.millimetres, share * page.millimetres);
  paint_figure(painter, figure, sheet);
}

void preview_print(QWidget* parent, const Figure& figure, const Sheet& sheet) {
  QPrinter printer(QPrinter::HighResolution);
  const QSizeF upright = room_on(printer);
  if (share_of_size(upright.transposed(), sheet) > share_of_size(upright, sheet))
    printer.setPageOrientation(QPageLayout::Landscape);
  QPrintPreviewDialog preview(&printer, parent);
  const auto percent = static_cast<int>(100 * share_of_size(room_on(printer), sheet));
  preview.setWindowTitle(
      percent == 100 ? QObject::tr("Print, as large as the PDF")
                     : QObject::tr("Print, at %1 % of the PDF's size: the paper is smaller").arg(percent));
  preview.resize(1000, 760);
  QObject::connect(&preview, &QPrintPreviewDialog::paintRequested, parent,
                   [&](QPrinter* paper) { print_figure(*paper, figure, sheet); });
  preview.exec();
}

}  // namespace theta
