// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QPainter>

namespace theta {

/// Paints what stands behind a panel's layers: grid, axes, ticks and their labels.
void paint_frame(QPainter& painter, const PanelPlace& place, const Theme& theme, const Letterings& fonts);

}  // namespace theta
