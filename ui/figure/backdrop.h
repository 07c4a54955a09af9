// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/panel_layout.h"
#include "ui/theme.h"

#include <QPixmap>
#include <QSize>

#include <vector>

namespace theta {

/// What stands still while data change: ground, panes, axes and grids as one picture. Only the panes whose
/// axes or places differ from the last time are painted anew.
class Backdrop {
 public:
  const QPixmap& picture(const std::vector<PanelPlace>& places, const Theme& theme, QSize size,
                         double pixel_ratio);
  void forget() { picture_ = {}; }

 private:
  std::vector<PanelPlace> painted_;
  QPixmap picture_;
};

}  // namespace theta
