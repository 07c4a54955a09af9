// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/fonts.h"
#include "app/main_window.h"
#include "ui/icon.h"
#include "ui/parameters/slider.h"

#include <QApplication>
#include <QStyleFactory>

#include <iostream>

namespace theta {

int run_window(int argc, char** argv, const std::optional<std::filesystem::path>& file) {
  QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
  QApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("thetalab"));
  QCoreApplication::setOrganizationName(QStringLiteral("thetalab"));
  QCoreApplication::setApplicationVersion(QStringLiteral(THETA_VERSION));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Thetalab"));
  QGuiApplication::setDesktopFileName(QStringLiteral("thetalab"));
  QApplication::setWindowIcon(icon(QStringLiteral("thetalab"), Qt::black));
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));  // the same on every desktop
  if (!fonts_found()) std::cerr << no_fonts_message << std::endl;
  make_sliders_accessible();

  MainWindow window(read_remembered());
  if (file) window.open(*file);
  window.show();
  return QApplication::exec();
}

}  // namespace theta
