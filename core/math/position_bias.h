// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <vector>

namespace theta {

/// ALiBi's slopes of `heads` ≥ 1 heads, the steepest first for powers of two: 2^(−8h/H), h = 1 … H; for other
/// numbers those of the power of two below, then every second one of the next power's. The logit falls by the
/// slope with every token of distance. Press et al., 2022.
std::vector<double> alibi_slopes(int heads);

/// How fast xPos fades pair i, in nepers per token: −ln ζ_i / 512 with ζ_i = (2i + 0.4 d) / (1.4 d). Sun et
/// al., A Length-Extrapolatable Transformer, 2022, with the constants of the released code.
Eigen::ArrayXd xpos_decays(int rotary_dimensions);

}  // namespace theta
