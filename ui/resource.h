// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace theta {

/// A file of the folder resources, as it is built into the program; empty where there is none.
QByteArray resource(const QString& path);

}  // namespace theta
