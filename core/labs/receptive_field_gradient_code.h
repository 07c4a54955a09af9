// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/receptive_field_scene.h"

#include <string>

// Parts of the lab's script, which read what the parts before put into Python's names.

namespace theta {

/// Width of the effective field of every layer, exact and as a Gaussian.
std::string effective_widths_code(const ReceptiveScene& scene);

/// What the followed unit reads in the image, and how much each pixel counts.
std::string gradient_code(const ReceptiveScene& scene);

}  // namespace theta
