// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

/// Writes every preset of every lab into a folder, made where it is missing, prints each file's path,
/// and says of each what is hidden, cut or left out for want of room.
void run_gallery(const Gallery& gallery);

}  // namespace theta
