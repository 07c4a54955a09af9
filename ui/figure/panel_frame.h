// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/panel_layout.h"
#include "ui/theme.h"

#include <QPainter>

#include <memory>

namespace theta {

/// What stands behind a panel's layers: grid, axes, ticks and their labels. Cartesian axes are those of a
/// QChart, kept and changed because making one costs more than painting it; the ticks come from the core, so
/// they are a QCategoryAxis'. A polar frame is our own: QPolarChart counts clockwise from the top,
/// mathematics counter-clockwise from the right.
class PanelFrame {
 public:
  PanelFrame();
  ~PanelFrame();
  PanelFrame(PanelFrame&&) noexcept;
  PanelFrame& operator=(PanelFrame&&) noexcept;

  void paint(QPainter& painter, const PanelPlace& place, const Theme& theme);

 private:
  void paint_axes(QPainter& painter, const PanelPlace& place, const Theme& theme);

  struct Chart;
  std::unique_ptr<Chart> chart_;
};

}  // namespace theta
