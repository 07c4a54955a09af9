// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <vector>

namespace theta {

/// The figure built up for slides: each step shows one named layer more, panel after panel in reading order;
/// a panel not yet begun shows its frame. What has no name (rules, shaded stretches) comes with the named
/// layer after it, the last of a panel with the one before; points and lines that mark a series, not before
/// it, and those of no series last. Axes and cells are the same in all steps, so nothing jumps; handles and
/// what can be clicked come with the last step, which is the figure.
std::vector<Figure> build_up(const Figure& figure);

}  // namespace theta
