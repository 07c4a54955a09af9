// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_parameters.h"

#include <string>
#include <vector>

namespace theta {

/// Functions of Python, each named after a loss: T(θ), its slope along θ and along cos θ, for arrays of
/// angles. Before them stands what several of them call.
std::string margin_losses_code(const AngularMargin& lab, const std::vector<MarginLoss>& losses);

/// A function of Python, `released_slope(theta)`: what stands for T's slope along cos θ on the way back. None
/// where that is the slope itself.
std::string released_slope_code(const AngularMargin& lab);

/// The name of softmax's share of a loss in a script.
std::string softmax_share(const AngularMargin& lab, MarginLoss loss);

}  // namespace theta
