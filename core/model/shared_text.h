// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <vector>

namespace theta {

/// One text in place of several: itself where all are the same, "…" for what fills it where only that differs
/// ("Draw 3 at $\tau = …$"), else the first one. Not empty.
Text shared_text(const std::vector<Text>& texts);

}  // namespace theta
