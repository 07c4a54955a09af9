// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/random.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <vector>

namespace theta {

// The standard Gumbel law and what is drawn with it. Gumbel, 1954; Maddison, Tarlow, Minka, A* sampling,
// 2014.

/// exp(−x − e^−x)
double gumbel_density(double x);

/// exp(−e^−x)
double gumbel_cdf(double x);

/// −ln(−ln u), 0 < u < 1.
double gumbel_quantile(double u);

/// Gumbel noise for several classes, from a seed. Each class has its own stream of numbers: the n-th draw of
/// a class is the same whatever the probabilities, the temperature and the number of classes.
class GumbelNoise {
 public:
  GumbelNoise(std::uint64_t seed, std::size_t classes);

  /// The next `draws` draws, one a row, a column a class.
  Eigen::ArrayXXd next(Eigen::Index draws);

 private:
  std::vector<Random> streams_;
};

/// The place of the largest number; the first of equal ones.
std::size_t winner(std::span<const double> perturbed);

/// The probability that the `count` largest of ln π_k + g_k are those of these classes, in this order:
/// Π π_i / (1 − Σ of those before). Plackett, 1975; Luce, 1959. Indices differ.
double ordered_draw_probability(std::span<const double> probabilities, std::span<const std::size_t> order);

/// For each class the probability to be among the `count` largest of ln π_k + g_k, a draw without
/// replacement. 0 ≤ count ≤ classes; the sum runs over all sets of classes, at most 2^20 of them.
std::vector<double> inclusion_probabilities(std::span<const double> probabilities, std::size_t count);

}  // namespace theta
