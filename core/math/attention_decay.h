// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <complex>
#include <cstdint>
#include <span>
#include <vector>

namespace theta {

/// What turns and fades with the distance s: pair i by e^{(j·frequencies[i] − decays[i])·s}. Radians and
/// nepers per token; no decays: none.
struct PairRates {
  Eigen::ArrayXd frequencies;
  Eigen::ArrayXd decays = {};

  Eigen::Index pairs() const { return frequencies.size(); }
};

/// The phasors of all pairs at every `block`-th distance, each turned on from the one before.
class BlockStarts {
 public:
  BlockStarts(PairRates rates, std::int64_t block);

  /// At first, first + block, …, a column each; real parts in row 2i, imaginary ones in row 2i + 1. A turn
  /// loses about 1e-16, so few columns at a time.
  void fill(double first, Eigen::Ref<Eigen::MatrixXd> starts) const;

 private:
  PairRates rates_;
  std::vector<std::complex<double>> steps_;
};

/// Where PairSums puts what it multiplies. Who asks for few distances at a time, many times over, keeps one,
/// or memory is taken and given back for each.
struct PairSumSpace {
  Eigen::MatrixXd starts = {}, real = {}, imaginary = {}, even = {}, odd = {};
  Eigen::VectorXd block = {};
};

/// Re Σ_i coefficients[i] · e^{(j·frequencies[i] − decays[i])·s} at whole distances s = first, first + 1, …:
/// the logit of a query s tokens after its key, for coefficients q_i · conj(k_i); with all of them 1, C(s) =
/// Σ_i cos(s·θ_i). Its error stays below 1e-11 of Σ |coefficients|, s ≤ 10⁷.
///
/// A distance is split into the middle of a block and a place beside it, s = s₀ ± δ, so that all pairs at all
/// places are two products of matrices, for Re(z e^{±jδθ}) = Re z · cos δθ ∓ Im z · sin δθ: each serves the
/// places ahead and those behind. What fades is not the same on both sides; there a block is counted from its
/// start.
class PairSums {
 public:
  explicit PairSums(const PairRates& rates);

  /// coefficients.size() = pairs, first ≥ 0.
  void at(std::span<const std::complex<double>> coefficients, std::int64_t first, std::span<double> values,
          PairSumSpace& space) const;
  void at(std::span<const std::complex<double>> coefficients, std::int64_t first,
          std::span<double> values) const;

 private:
  Eigen::Index width() const { return mirrored_ ? 2 * cosines_.rows() : cosines_.rows(); }

  bool mirrored_;
  Eigen::MatrixXd cosines_, sines_;  ///< a row a place in the block, a column a pair
  BlockStarts starts_;
};

/// B(s) = (1/p) Σ_{t=1…p} |S_t(s)| with S_t(s) = Σ_{i<t} e^{j·s·frequencies[i]} and p pairs, at whole
/// distances s = first, first + 1, …: times p · max |h_{i+1} − h_i| it bounds the logit's size. Su et al.,
/// RoFormer, 2021, equations 35 to 37. Its error stays below 1e-11 of p, s ≤ 10⁷.
class DecayBounds {
 public:
  explicit DecayBounds(const Eigen::ArrayXd& frequencies);

  void at(std::int64_t first, std::span<double> values) const;

 private:
  BlockStarts starts_;
  Eigen::Index pairs_;
  std::int64_t block_;
  std::vector<double> table_;  ///< for each four distances, for each pair: their cosines, their sines
};

/// The same at distances of any kind: e^{(j·frequencies[i] − decays[i])·s}, real parts in row 2i, imaginary
/// ones in row 2i + 1, a column a distance.
Eigen::MatrixXd pair_phasors(const PairRates& rates, std::span<const double> distances);

Eigen::ArrayXd pair_sums(const Eigen::MatrixXd& phasors, std::span<const std::complex<double>> coefficients);

Eigen::ArrayXd decay_bounds(const Eigen::MatrixXd& phasors);

}  // namespace theta
