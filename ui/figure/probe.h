// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPointF>

#include <optional>
#include <vector>

namespace theta {

/// What a panel's data say at a place, in words.
struct Probe {
  struct Row {
    Text words;
    std::optional<Role> role;
  };
  std::vector<Row> rows;
  QPointF at;             ///< what the box stands beside
  bool hairline = false;  ///< a line through `at` across the plot
};

/// Of the data's own points near the mouse, never of a pixel: the sample nearest to it, and what all other
/// curves, bands and bars are at the same x. None where the panel has nothing to say.
std::optional<Probe> probe(const Panel& panel, const PanelPlace& place, QPointF mouse);

/// What stands at an x of the panel, which need not be one of its samples: for a handle that moves along it.
std::optional<Probe> probe_at_x(const Panel& panel, const PanelPlace& place, double x, QPointF at);

/// Words alone beside a place.
Probe remark(const Text& words, QPointF at);

/// A small box beside `probe.at`, within `window`.
void paint_probe(QPainter& painter, const Probe& probe, const PanelPlace& place, const QRectF& window,
                 const Theme& theme, const Letterings& fonts);

}  // namespace theta
