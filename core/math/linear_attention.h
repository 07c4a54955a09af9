// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/rope.h"

#include <Eigen/Core>

namespace theta {

/// elu(x) + 1 of every coordinate: x + 1 where x ≥ 0, eˣ below. Positive. Katharopoulos et al., Transformers
/// are RNNs, 2020.
Eigen::VectorXd elu_plus_one(const Eigen::VectorXd& vector);

/// A rotary embedding as linear attention takes it.
struct RotaryFeatures {
  Eigen::ArrayXd frequencies;  ///< radians per token
  RopeLayout layout = RopeLayout::interleaved;
  double factor = 1;  ///< on cosine and sine
};

/// What linear attention makes of keys at the positions 0, 1, …
struct LinearAttention {
  Eigen::VectorXd
      rotated;  ///< ⟨R_m φ(q), R_n φ(k_n)⟩ / Σ_j ⟨φ(q), φ(k_j)⟩: may be negative, sums to anything
  Eigen::VectorXd plain;  ///< the same without rotation: positive, sums to 1
  Eigen::VectorXd state;  ///< Σ_n R_n φ(k_n) / Σ_j ⟨φ(q), φ(k_j)⟩: times R_m φ(q) it is the sum of `rotated`
};

/// The weights of a query at a position on keys, a column each, with φ = elu + 1. Only the numerator is
/// rotated, so that the denominator stays positive. Su et al., RoFormer, 2021, section 3.3.
LinearAttention linear_attention(const Eigen::VectorXd& query, const Eigen::MatrixXd& keys, double position,
                                 const RotaryFeatures& rotary);

}  // namespace theta
