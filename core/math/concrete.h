// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <span>
#include <vector>

namespace theta {

// The Concrete or Gumbel-Softmax law: y_k = exp((ln π_k + g_k)/τ) / Σ_j exp((ln π_j + g_j)/τ) with Gumbel
// noise g. Maddison, Mnih, Teh, 2017, equations 10 and 11; Jang, Gu, Poole, 2017, equations 2 and 3.
// Probabilities π are positive and sum to 1, the temperature τ is positive.

/// A point of the simplex with its logarithms, which stay exact where y itself underflows.
struct ConcreteSample {
  std::vector<double> y = {}, log_y = {};
};

/// From x_k = ln π_k + g_k.
ConcreteSample concrete_sample(std::span<const double> perturbed, double temperature);

/// Many samples at once, a row each; `perturbed` and `y` have a column for each class.
struct ConcreteBatch {
  Eigen::ArrayXXd y;
  Eigen::ArrayXd maximum, entropy;  ///< of each row, entropy in nats
};
ConcreteBatch concrete_batch(const Eigen::ArrayXXd& perturbed, double temperature);

/// ∂y_i/∂o_j = y_i (δ_ij − y_j)/τ for logits o = ln π, a row for each i.
Eigen::MatrixXd concrete_jacobian(std::span<const double> y, double temperature);

/// ∂y_i/∂τ from x = ln π + g.
std::vector<double> concrete_temperature_slope(std::span<const double> perturbed, double temperature);

/// ln of the density with respect to dy_1 … dy_{K−1}, from ln y.
double concrete_log_density(std::span<const double> probabilities, double temperature,
                            std::span<const double> log_y);

/// Two classes: density and distribution function of y_1, 0 < y < 1, where the first has probability p.
double binary_concrete_density(double p, double temperature, double y);
double binary_concrete_cdf(double p, double temperature, double y);

}  // namespace theta
