// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/theme.h"

#include <QPainter>
#include <QSizeF>

namespace theta {

/// Writes a figure's remarks below its panels, in the gutter that is there anyhow, as many as find room.
void paint_remarks(QPainter& painter, const Figure& figure, const Theme& theme, QSizeF size);

}  // namespace theta
