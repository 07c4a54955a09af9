// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

/// Draws a figure for each line of a file, in one process. A line is what would follow `thetalab render`,
/// with quotes as in a shell; empty lines and those that start with # are passed over. A line that cannot be
/// drawn, or where something has no room, is named, and the others are drawn all the same; returns 0, or 2
/// where one could not be drawn.
int run_batch(const Batch& batch);

}  // namespace theta
