// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

/// Draws a lab at several values of one parameter into one figure: laid over each other, or one panel side by
/// side.
void run_sweep(const Sweep& sweep);

}  // namespace theta
