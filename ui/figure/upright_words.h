// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"
#include "ui/theme.h"

#include <QPainter>

#include <vector>

namespace theta {

/// Words that run upwards beside a plot: on two lines where one has no room, with dots where two have
/// neither.
struct UprightWords {
  std::vector<SetText> lines;
  bool cut = false;

  /// What they take of the width beyond a single line's.
  double more_width(const Theme& theme) const;
};

/// What has room beside a panel's plot: not beside title and legend.
UprightWords upright_words(const Text& words, const PanelPlace& place, const Theme& theme,
                           const Lettering& fonts);

/// With the first line's baseline at `x`, each beside the middle of the plot or, where it is longer, as far
/// as there is room.
void paint_upright(QPainter& painter, const UprightWords& words, double x, const PanelPlace& place,
                   const Theme& theme);

}  // namespace theta
