// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/text.h"
#include "ui/colour_vision.h"
#include "ui/theme.h"

#include <optional>

namespace theta {

/// Two series of one panel that nothing but colour tells apart, and that not to everyone.
struct LookAlike {
  Text panel, first, second;
  MostAlike colours;
};

/// Those of a figure that look most alike; none where all series differ to all readers.
std::optional<LookAlike> look_alike(const Figure& figure, const Theme& theme);

}  // namespace theta
