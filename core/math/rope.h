// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace theta {

/// Which coordinates of a head make pair i: neighbours 2i and 2i + 1 (the paper, GPT-J), or i and i + d/2,
/// one of each half (GPT-NeoX and most of the transformers library).
enum class RopeLayout { interleaved, half_split };

/// The two coordinates of a pair.
struct RopePair {
  int first = 0, second = 0;
};

/// θ_i = base^(−2i/d) in radians per token, i = 0 … d/2 − 1. d = rotary_dimensions even and positive, base >
/// 0. Su et al., RoFormer, 2021, section 3.2.2.
Eigen::ArrayXd inverse_frequencies(int rotary_dimensions, double base);

/// e^{j · position · frequency}. The product's rounding, up to 1e-9 at 10⁷ tokens, is put back to first
/// order, so that angles at two positions differ by exactly their distance times the frequency.
std::complex<double> phasor(double position, double frequency);

/// 0 ≤ pair < rotary_dimensions / 2.
RopePair rope_pair(RopeLayout layout, int rotary_dimensions, int pair);

/// A vector of a head stored in another layout: each pair's two coordinates moved to where that layout keeps
/// them, coordinates beyond the pairs where they were. Rotating in that layout then gives the same pairs, and
/// so the same logits; this permutation of rows is what converting weights does to W_q and W_k.
Eigen::VectorXd in_layout(const Eigen::VectorXd& vector, int rotary_dimensions, RopeLayout from,
                          RopeLayout to);

/// A vector of a head turned to a position: pair i by position · frequencies[i] counter-clockwise, times
/// `factor` (1, or the attention factor that scaling rules put on cosine and sine); coordinates beyond the
/// pairs stay. The vector has at least 2 · frequencies.size() coordinates.
Eigen::VectorXd rotated(const Eigen::VectorXd& vector, double position, const Eigen::ArrayXd& frequencies,
                        RopeLayout layout, double factor = 1);

/// q_i · conj(k_i) for each pair as a complex number, at equal positions.
std::vector<std::complex<double>> pair_products(const Eigen::VectorXd& query, const Eigen::VectorXd& key,
                                                int pairs, RopeLayout layout);

/// Σ_i Re(products[i] · e^{j·s·frequencies[i]}) at the distances s = start + step · n, n = 0 … count − 1: the
/// logit of a query `s` tokens after its key. Its error stays below 1e-11 of the sum of |products|.
std::vector<double> relative_logits(std::span<const std::complex<double>> products,
                                    const Eigen::ArrayXd& frequencies, double start, double step,
                                    std::size_t count);

}  // namespace theta
