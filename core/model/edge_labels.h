// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <vector>

namespace theta {

/// Shows the label of an axis that all panels share at the grid's edge alone: below the lowest panel of each
/// column, or left of the first of each row. `axis`: &Panel::x or &Panel::y.
void label_at_edge(std::vector<Panel>& panels, Axis Panel::*axis);

}  // namespace theta
