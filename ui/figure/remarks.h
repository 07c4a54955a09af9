// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/theme.h"

#include <QPainter>
#include <QSizeF>

// What a reader must know of a figure, in lines below its panels.

namespace theta {

/// What a figure of that width needs below its panels for all of its remarks, beyond the gutter that is there
/// anyhow.
double foot_of_remarks(const Figure& figure, const Theme& theme, double width);

/// Writes them at the foot of a figure whose lowest panel ends at `panels_end`, as many lines as find room.
void paint_remarks(QPainter& painter, const Figure& figure, const Theme& theme, QSizeF size,
                   double panels_end);

}  // namespace theta
