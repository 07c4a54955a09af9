// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <vector>

namespace theta {

/// Whether it is the colour of a series, and not a meaning.
bool is_series(Role role);

/// Gives each series of panels that stand side by side one colour, by what it is and not by its place in its
/// panel: the one it has in the first panel that shows it, or a free one where another series has that.
/// A series is the layers of a panel that have its colour; it is known by the ids of those with a name. Two
/// series of a panel never get the same colour.
void share_series_colours(std::vector<Panel>& panels);

}  // namespace theta
