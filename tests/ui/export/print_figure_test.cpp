// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/print_figure.h"

#include "tests/ui/figure/sample.h"

#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(PrintFigure, PutsTheFigureOnOnePage) {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("page.pdf"));
  {
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(file);
    print_figure(printer, four_panels(), {.width = 160, .height = 100});
  }
  QFile written(file);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  const QByteArray pdf = written.readAll();
  EXPECT_TRUE(pdf.startsWith("%PDF"));
  EXPECT_TRUE(pdf.contains("/Count 1"));
  EXPECT_TRUE(pdf.contains("/FontFile2"));
}

}  // namespace
}  // namespace theta
