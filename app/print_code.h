// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

/// Writes the script that recomputes a figure's numbers. Throws InputError where a lab or a view has none.
void print_code(const PrintCode& code);

}  // namespace theta
