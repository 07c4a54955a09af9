// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace theta {

/// ln Σ exp(z_k), from the largest on, so that nothing overflows. At least one finite number.
double log_sum_exp(std::span<const double> logits);

/// exp(z_k / T) / Σ_j exp(z_j / T), T > 0.
std::vector<double> softmax(std::span<const double> logits, double temperature = 1);

/// −Σ p_k ln p_k in nats, 0 ln 0 = 0.
double entropy(std::span<const double> probabilities);

}  // namespace theta
