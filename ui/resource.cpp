// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resource.h"

#include <QFile>

// A static library's resources have to be asked for, and outside any namespace.
static void load_resources() { Q_INIT_RESOURCE(resources); }

namespace theta {

QByteArray resource(const QString& path) {
  static const bool loaded = (load_resources(), true);
  QFile file(QStringLiteral(":/") + path);
  if (!loaded || !file.open(QIODevice::ReadOnly)) return {};
  return file.readAll();
}

}  // namespace theta
