// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "ui/figure/canvas.h"
#include "ui/figure/panel_layout.h"
#include "ui/figure/text_run.h"

namespace theta {

/// The scale of a map's colours with its ticks at the right, and the map's label along it.
void paint_colour_bar(const Canvas& canvas, const Map& map, const PanelPlace& place, const Letterings& fonts);

}  // namespace theta
