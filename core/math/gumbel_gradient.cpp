// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gumbel_gradient.h"

#include "core/math/concrete.h"
#include "core/math/gumbel.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace theta {
namespace {

double dot(std::span<const double> left, std::span<const double> right) {
  return std::inner_product(left.begin(), left.end(), right.begin(), 0.0);
}

double score(std::span<const double> probabilities, std::size_t drawn, std::size_t component) {
  return (drawn == component ? 1 : 0) - probabilities[component];
}

/// Mean and variance of a number that depends on the drawn class.
template <class Number>
GradientMoments moments(std::span<const double> probabilities, Number number) {
  GradientMoments result;
  for (std::size_t k = 0; k < probabilities.size(); ++k) result.mean += probabilities[k] * number(k);
  for (std::size_t k = 0; k < probabilities.size(); ++k) {
    const double away = number(k) - result.mean;
    result.variance += probabilities[k] * away * away;
  }
  return result;
}

}  // namespace

double QuadraticObjective::at(std::span<const double> y) const {
  const double away = dot(values, y) - target;
  return away * away;
}

std::vector<double> QuadraticObjective::at_corners() const {
  std::vector<double> corners;
  for (const double value : values) corners.push_back((value - target) * (value - target));
  return corners;
}

std::vector<double> exact_gradient(std::span<const double> probabilities, std::span<const double> f) {
  const double mean = dot(probabilities, f);
  std::vector<double> gradient;
  for (std::size_t k = 0; k < f.size(); ++k) gradient.push_back(probabilities[k] * (f[k] - mean));
  return gradient;
}

double mean_baseline(std::span<const double> probabilities, std::span<const double> f) {
  return dot(probabilities, f);
}

double best_baseline(std::span<const double> probabilities, std::span<const double> f) {
  const double square = dot(probabilities, probabilities);
  double weighted = 0, weights = 0;
  for (std::size_t k = 0; k < f.size(); ++k) {
    const double weight = probabilities[k] * (1 - 2 * probabilities[k] + square);
    weighted += weight * f[k];
    weights += weight;
  }
  return weighted / weights;
}

GradientMoments score_function_moments(std::span<const double> probabilities, std::span<const double> f,
                                       double baseline, std::size_t component) {
  return moments(probabilities, [&](std::size_t drawn) {
    return score_function_gradient(probabilities, f, baseline, drawn, component);
  });
}

double score_function_variance(std::span<const double> probabilities, std::span<const double> f,
                               double baseline) {
  double sum = 0;
  for (std::size_t k = 0; k < probabilities.size(); ++k)
    sum += score_function_moments(probabilities, f, baseline, k).variance;
  return sum;
}

GradientMoments leave_one_out_moments(std::span<const double> probabilities, std::span<const double> f,
                                      std::size_t component, int samples) {
  assert(samples >= 2);
  // The mean over pairs i ≠ j of h(i, j) = (f_i − f_j)(s_i − s_j)/2.
  const auto pair = [&](std::size_t i, std::size_t j) {
    return (f[i] - f[j]) * (score(probabilities, i, component) - score(probabilities, j, component)) / 2;
  };
  const auto given = [&](std::size_t i) {
    return moments(probabilities, [&](std::size_t j) { return pair(i, j); });
  };
  const GradientMoments first = moments(probabilities, [&](std::size_t i) { return given(i).mean; });
  const double within = moments(probabilities, [&](std::size_t i) { return given(i).variance; }).mean;
  const double both = first.variance + within;  // of h
  const double m = samples;
  return {first.mean, (4 * (m - 2) * first.variance + 2 * both) / (m * (m - 1))};
}

GradientMoments leave_one_out_term_moments(std::span<const double> probabilities, std::span<const double> f,
                                           std::size_t component, int samples) {
  assert(samples >= 2);
  // b_i does not hang on h_i: its variance, that of f over m − 1, comes on top, times the mean square of h −
  // π.
  GradientMoments term = score_function_moments(probabilities, f, mean_baseline(probabilities, f), component);
  const double of_f = moments(probabilities, [&](std::size_t k) { return f[k]; }).variance;
  const double p = probabilities[component];
  term.variance += of_f / (samples - 1) * p * (1 - p);
  return term;
}

GradientMoments straight_through_moments(std::span<const double> probabilities,
                                         const QuadraticObjective& objective, std::size_t component) {
  return moments(probabilities, [&](std::size_t drawn) {
    return straight_through_gradient(probabilities, objective, drawn, component);
  });
}

RelaxedGradients relaxed_gradients(const QuadraticObjective& objective, std::span<const double> perturbed,
                                   double temperature, std::size_t component) {
  const ConcreteSample sample = concrete_sample(perturbed, temperature);
  const double mean = dot(objective.values, sample.y);
  const double slope = 2 * sample.y[component] * (objective.values[component] - mean) / temperature;
  return {.gumbel_softmax = slope * (mean - objective.target),
          .straight_through_gumbel = slope * (objective.values[winner(perturbed)] - objective.target)};
}

double score_function_gradient(std::span<const double> probabilities, std::span<const double> f,
                               double baseline, std::size_t drawn, std::size_t component) {
  return (f[drawn] - baseline) * score(probabilities, drawn, component);
}

double straight_through_gradient(std::span<const double> probabilities, const QuadraticObjective& objective,
                                 std::size_t drawn, std::size_t component) {
  const double mean = dot(objective.values, probabilities);
  return 2 * (objective.values[drawn] - objective.target) * probabilities[component] *
         (objective.values[component] - mean);
}

RelaxedMoments BinaryRelaxedMoments::at(double p, const QuadraticObjective& objective,
                                        double temperature) const {
  assert(objective.values.size() == 2 && p > 0 && p < 1 && temperature > 0);
  const double logit = std::log(p) - std::log1p(-p), first = objective.values[0],
               second = objective.values[1];
  // ln y_1 − ln y_2 = v = (logit + L)/τ with L logistic. Both halves by themselves: h jumps at 0. The scale
  // is that of σ(v) or of L, whichever is narrower.
  const double scale = std::min(1.0, 1 / temperature);
  std::array<double, 2> mean = {0, 0}, square = {0, 0};
  for (const double side : {-1.0, 1.0}) {
    const double winning = (side > 0 ? first : second) - objective.target;
    for (Eigen::Index i = 0; i < rule_.nodes.size(); ++i) {
      const double v = scale * rule_.nodes[i];
      const double noise = side * temperature * v - logit, tail = std::exp(-std::abs(noise));
      const double weight = rule_.weights[i] * scale * temperature * tail / ((1 + tail) * (1 + tail));
      const double small = std::exp(-v) / (1 + std::exp(-v)), large = 1 / (1 + std::exp(-v));
      const double relaxed = side > 0 ? first * large + second * small : first * small + second * large;
      const double slope = 2 * small * large * (first - second) / temperature;
      const std::array each = {slope * (relaxed - objective.target), slope * winning};
      for (std::size_t k = 0; k < 2; ++k) {
        mean[k] += weight * each[k];
        square[k] += weight * each[k] * each[k];
      }
    }
  }
  return {{mean[0], square[0] - mean[0] * mean[0]}, {mean[1], square[1] - mean[1] * mean[1]}};
}

}  // namespace theta
