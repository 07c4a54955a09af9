// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace theta {

constexpr int figure_differs = 4;

/// Draws a figure again from the state it carries, says whether the file is the same, or what differs, and
/// returns 0 or figure_differs.
int run_verify(const Verify& verify);

}  // namespace theta
