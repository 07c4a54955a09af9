// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

/// The script that recomputes a figure's numbers. Throws InputError where a lab or a view has none.
std::string script_of(const Origin& origin, CodeLibrary library);

void print_code(const PrintCode& code);

}  // namespace theta
