// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace theta {

/// p_{2i} = sin(position · ω_i), p_{2i+1} = cos(position · ω_i), ω_i = base^(−2i/d), d = dimensions even and
/// positive, base > 0. p_m · p_n depends on m − n alone, and |p|² = d/2. Vaswani et al., Attention Is All You
/// Need, 2017, section 3.5.
Eigen::VectorXd sinusoidal_encoding(double position, int dimensions, double base);

/// (q + p_{m+c}) · (k + p_{n+c}), the logit where the encoding is added, at the shifts c = start + step · n,
/// n = 0 … count − 1: unlike a rotation's it changes with c, by the two terms that mix content and position.
/// Query and key of the same even number of coordinates. Its error stays below 1e-11 of |q|² + |k|² + d.
std::vector<double> added_logits(const Eigen::VectorXd& query, const Eigen::VectorXd& key,
                                 double query_position, double key_position, double base, double start,
                                 double step, std::size_t count);

}  // namespace theta
