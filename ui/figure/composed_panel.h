// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/label_placement.h"
#include "ui/figure/panel_layout.h"
#include "ui/figure/polyline.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

// A panel's lines and words as they will be painted: where each stands, and what found no room.

namespace theta {

/// Title and hint, and the room between them, where a legend may stand.
struct Heading {
  SetText title, hint;
  bool title_cut = false;
  QRectF room;
  double left = 0, right = 0, baseline = 0;
};

struct ComposedPanel {
  Heading heading;
  std::vector<std::vector<Polyline>> curves;  ///< a layer each; empty for what is no curve
  PanelWords words;
};

/// Where a legend may stand in it.
LegendRoom legend_room(const Heading& heading, const PanelPlace& place);

ComposedPanel compose_panel(const Panel& panel, const PanelPlace& place, std::span<const QPointF> handles,
                            const Theme& theme, const Letterings& fonts, LabelMemory& memory);

}  // namespace theta
