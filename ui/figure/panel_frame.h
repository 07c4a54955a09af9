// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"
#include "ui/figure/upright_words.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPointF>

namespace theta {

/// The words along a panel's axes, with dots where they have no room.
struct AxisTitles {
  SetText x;
  QPointF x_at;  ///< where its baseline starts
  UprightWords y;
  bool cut = false;
};
AxisTitles axis_titles(const PanelPlace& place, const Theme& theme, const Letterings& fonts);

/// Paints what stands behind a panel's layers: grid, axes, ticks and their labels.
void paint_frame(QPainter& painter, const PanelPlace& place, const Theme& theme, const Letterings& fonts);

}  // namespace theta
