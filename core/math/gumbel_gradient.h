// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/quadrature.h"

#include <span>
#include <vector>

namespace theta {

// Estimators of ∇_o Σ_k π_k f(e_k), the gradient of a mean over classes with π = softmax(o), from one sample.
// Williams, 1992; Bengio, Léonard, Courville, 2013; Jang, Gu, Poole, 2017.

/// f(y) = (a · y − t)² on the simplex; f(e_k) = (a_k − t)² at the corners. At least two values.
struct QuadraticObjective {
  std::vector<double> values;  ///< a
  double target = 0;           ///< t

  double at(std::span<const double> y) const;
  std::vector<double> at_corners() const;
};

struct GradientMoments {
  double mean = 0, variance = 0;
};

/// π_k (f_k − Σ_j π_j f_j)
std::vector<double> exact_gradient(std::span<const double> probabilities, std::span<const double> f);

/// Σ π_k f_k, a baseline that keeps the score function unbiased.
double mean_baseline(std::span<const double> probabilities, std::span<const double> f);

/// The constant baseline with the least total variance: Σ π_k f_k w_k / Σ π_k w_k, w_k = ‖e_k − π‖².
double best_baseline(std::span<const double> probabilities, std::span<const double> f);

/// (f(h) − b)(h − π) for one class: exact moments over the drawn class h.
GradientMoments score_function_moments(std::span<const double> probabilities, std::span<const double> f,
                                       double baseline, std::size_t component);

/// The variances of all components, summed.
double score_function_variance(std::span<const double> probabilities, std::span<const double> f,
                               double baseline);

/// The mean of (f(h_i) − b_i)(h_i − π) over m ≥ 2 samples, where b_i is the mean of the other samples' f: a
/// U-statistic of degree 2. Hoeffding, 1948.
GradientMoments leave_one_out_moments(std::span<const double> probabilities, std::span<const double> f,
                                      std::size_t component, int samples);

/// Of one of those samples by itself: what its own term of the mean gives.
GradientMoments leave_one_out_term_moments(std::span<const double> probabilities, std::span<const double> f,
                                           std::size_t component, int samples);

/// (diag π − π πᵀ) ∇f(h): straight-through without noise in the backward pass.
GradientMoments straight_through_moments(std::span<const double> probabilities,
                                         const QuadraticObjective& objective, std::size_t component);

/// One sample's gradients from x = ln π + g: with J = ∂y/∂o, Jᵀ∇f(y) and, at the winner h, Jᵀ∇f(h).
struct RelaxedGradients {
  double gumbel_softmax = 0, straight_through_gumbel = 0;
};
RelaxedGradients relaxed_gradients(const QuadraticObjective& objective, std::span<const double> perturbed,
                                   double temperature, std::size_t component);

/// (f(h) − b)(h − π) at one drawn class, for one component.
double score_function_gradient(std::span<const double> probabilities, std::span<const double> f,
                               double baseline, std::size_t drawn, std::size_t component);

/// (diag π − π πᵀ) ∇f(h) at one drawn class, for one component.
double straight_through_gradient(std::span<const double> probabilities, const QuadraticObjective& objective,
                                 std::size_t drawn, std::size_t component);

/// Exact moments of the relaxed estimators with two classes, by quadrature over the logistic difference of
/// two Gumbel numbers.
struct RelaxedMoments {
  GradientMoments gumbel_softmax, straight_through_gumbel;
};
class BinaryRelaxedMoments {
 public:
  BinaryRelaxedMoments() : rule_(half_line_quadrature(1.0 / 32)) {}

  /// p, the first class' probability, in (0, 1); the component of the first class. Two values of f.
  RelaxedMoments at(double p, const QuadraticObjective& objective, double temperature) const;

 private:
  Quadrature rule_;
};

}  // namespace theta
