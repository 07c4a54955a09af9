// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "core/model/figure.h"

namespace theta {

/// Writes one figure to a file or to the standard output, and returns it. A picture needs a QApplication.
Figure write_render(const Render& render);

/// The same as a command, which has none yet; says what is hidden, cut or left out for want of room.
void run_render(const Render& render);

}  // namespace theta
