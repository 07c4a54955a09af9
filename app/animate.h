// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

/// Writes a film, and how far it is on stderr where that is a terminal. Throws as write_film does.
void run_animate(const Animate& animate);

}  // namespace theta
