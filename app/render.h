// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

/// Writes one figure to a file or to the standard output. A picture needs a QApplication.
void write_render(const Render& render);

/// The same as a command, which has none yet.
void run_render(const Render& render);

}  // namespace theta
