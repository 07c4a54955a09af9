// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/quadrature.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace theta {

/// What y of the Concrete law (core/math/concrete.h) is on average.
struct ConcreteExpectation {
  Eigen::ArrayXd mean = {}, variance = {};  ///< of each y_k
  double maximum = 0;                       ///< E max_k y_k
  double entropy = 0;                       ///< E −Σ y_k ln y_k, in nats
};

/// Exact expectations, by quadrature, for 2 to 12 classes and any temperature from 0.01 to 20.
///
/// With E_k = exp(−ln π_k − g_k), exponential of rate π_k, class i wins where E_i = e is the least: with
/// density π_i e^−e, and then every other E_k exceeds e by X/π_k, X exponential of rate 1. With u_k =
/// (E_k/e)^(−1/τ) = (1 + X/(π_k e))^(−1/τ) ≤ 1 the winner's share is 1/(1 + Σ u_k) = ∫ e^−t Π exp(−t u_k) dt,
/// and the others are u_k times that. So three nested integrals of one variable are enough for any number of
/// classes, all of positive terms. e and X are taken at even steps of their logarithms, the same for both:
/// u_k then depends on the difference of their places alone.
class ConcreteExpectations {
 public:
  enum class Accuracy {
    full,  ///< errors below 1e-11
    fine,  ///< errors below 1e-7, some five times as fast
    quick  ///< errors below 1e-3, some fifty times as fast
  };
  explicit ConcreteExpectations(std::span<const double> probabilities, Accuracy accuracy = Accuracy::full);

  ConcreteExpectation at(double temperature) const;

 private:
  Eigen::ArrayXd probabilities_;
  Quadrature product_;           ///< over t, e^−t in the weights
  double step_ = 0;              ///< of ln e and of ln X
  Eigen::VectorXd exponential_;  ///< weights of e^−e de at the steps; they sum to 1
};

}  // namespace theta
