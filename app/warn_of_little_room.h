// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheet_options.h"
#include "core/model/figure.h"

#include <string>

namespace theta {

/// Says on stderr where a plot is too small on its sheet, and what mends it. `panels_can_be_chosen`: they are
/// the lab's own, so that --panel takes one of them. `where`: said first, of one figure among many.
void warn_of_little_room(const Figure& figure, const AskedSheet& asked, bool panels_can_be_chosen = true,
                         const std::string& where = {});

}  // namespace theta
