// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <string>
#include <vector>

namespace theta {

/// The figure with only these of its panels, in its own order, closed up: what the others leave empty of the
/// grid goes, and a cell that spans rows or columns is no longer than the panels beside it need. Handles go
/// with their panels. Without any id it stays as it is. Throws InputError where an id is no panel's.
Figure chosen_panels(Figure figure, const std::vector<std::string>& ids);

}  // namespace theta
