// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace theta {

/// A line icon of resources/icons in a colour, sharp at every size; disabled it is paler. An icon that does
/// not exist is empty.
QIcon icon(const QString& name, const QColor& colour);

}  // namespace theta
