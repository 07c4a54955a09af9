// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offscreen.h"

#include "app/fonts.h"

#include <QApplication>

#include <iostream>

namespace theta {
namespace {

void print_errors_only(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type == QtCriticalMsg || type == QtFatalMsg) std::cerr << message.toStdString() << std::endl;
}

}  // namespace

Offscreen::Offscreen() {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  // Starting, Qt looks for a Wayland socket whatever the platform, and warns where XDG_RUNTIME_DIR is not
  // set; and a damaged picture is told about by whoever opens it.
  handler_ = qInstallMessageHandler(print_errors_only);
  application_ = std::make_unique<QApplication>(count_, arguments_);
  if (!fonts_found()) std::cerr << no_fonts_message << std::endl;
}

Offscreen::~Offscreen() { qInstallMessageHandler(handler_); }

}  // namespace theta
