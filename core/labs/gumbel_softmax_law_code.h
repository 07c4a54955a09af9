// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/gumbel_softmax_parameters.h"

#include <string>

// Parts of the lab's script, which read what the parts before put into Python's names.

namespace theta {

/// Exact expectations of the Concrete law at the present temperature, as `expected`.
extern const char* const expectation_code;

/// The same along the axis of temperature, as `expectations` at `along`.
std::string expectation_curves_code(const GumbelSoftmax& lab);

/// Where samples lie: histograms only where all are drawn.
std::string law_code(const GumbelSoftmax& lab, bool all_drawn);

}  // namespace theta
