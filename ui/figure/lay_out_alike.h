// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/panel_layout.h"

namespace theta {

/// Where the panels of figures stand that are shown one after the other, each as lay_out has it but for the
/// plot: that of a panel stands where all of them leave it room, so that it does not move from one figure to
/// the next.
std::vector<std::vector<PanelPlace>> lay_out_alike(const std::vector<std::vector<PanelShape>>& figures,
                                                   const Theme& theme, QSizeF size);

}  // namespace theta
