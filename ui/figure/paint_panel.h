// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/composed_panel.h"
#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QPainter>
#include <QString>

#include <functional>

namespace theta {

/// The surface a panel stands on, with its hairline.
void paint_pane(QPainter& painter, const QRectF& pane, const Theme& theme);

/// What a device that groups elements is told about the parts; others need nothing.
struct Groups {
  std::function<void(const QString& id)> open = {};
  std::function<void()> close = {};
};

/// All of a panel but its surface, its frame and its handles: title, hint, layers, colour bar and words.
void paint_panel(QPainter& painter, const Panel& panel, const PanelPlace& place,
                 const ComposedPanel& composed, const Theme& theme, const Letterings& fonts,
                 const Groups& groups = {});

}  // namespace theta
