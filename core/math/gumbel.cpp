// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gumbel.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace theta {

double gumbel_density(double x) { return std::exp(-x - std::exp(-x)); }

double gumbel_cdf(double x) { return std::exp(-std::exp(-x)); }

double gumbel_quantile(double u) {
  assert(u > 0 && u < 1);
  return -std::log(-std::log(u));
}

GumbelNoise::GumbelNoise(std::uint64_t seed, std::size_t classes) {
  for (std::size_t k = 0; k < classes; ++k) streams_.emplace_back(seed, k);
}

Eigen::ArrayXXd GumbelNoise::next(Eigen::Index draws) {
  Eigen::ArrayXXd noise(draws, static_cast<Eigen::Index>(streams_.size()));
  double* number = noise.data();
  for (Random& stream : streams_) {
    for (Eigen::Index n = 0; n < draws; ++n) *number++ = stream.uniform();
  }
  return -(-noise.log()).log();
}

std::size_t winner(std::span<const double> perturbed) {
  assert(!perturbed.empty());
  return static_cast<std::size_t>(std::ranges::max_element(perturbed) - perturbed.begin());
}

double ordered_draw_probability(std::span<const double> probabilities, std::span<const std::size_t> order) {
  double product = 1, left = 1;
  for (const std::size_t k : order) {
    product *= probabilities[k] / left;
    left -= probabilities[k];
  }
  return product;
}

std::vector<double> inclusion_probabilities(std::span<const double> probabilities, std::size_t count) {
  const std::size_t classes = probabilities.size();
  assert(count <= classes && classes <= 20);
  // reached[set]: that the first draws are this set, in whatever order. A set is larger than its subsets.
  std::vector<double> reached(std::size_t{1} << classes, 0), included(classes, 0);
  reached[0] = 1;
  for (std::size_t set = 0; set < reached.size(); ++set) {
    const auto drawn = static_cast<std::size_t>(std::popcount(set));
    if (drawn > count) continue;
    double left = 0;
    for (std::size_t k = 0; k < classes; ++k) {
      if (set >> k & 1) {
        if (drawn == count) included[k] += reached[set];
      } else {
        left += probabilities[k];
      }
    }
    if (drawn == count) continue;
    for (std::size_t k = 0; k < classes; ++k) {
      if (!(set >> k & 1)) reached[set | std::size_t{1} << k] += reached[set] * probabilities[k] / left;
    }
  }
  return included;
}

}  // namespace theta
