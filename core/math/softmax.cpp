// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/softmax.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace theta {

double log_sum_exp(std::span<const double> logits) {
  assert(!logits.empty());
  const double largest = *std::ranges::max_element(logits);
  double sum = 0;
  for (const double logit : logits) sum += std::exp(logit - largest);
  return largest + std::log(sum);
}

std::vector<double> softmax(std::span<const double> logits, double temperature) {
  assert(!logits.empty() && temperature > 0);
  const double largest = *std::ranges::max_element(logits);
  std::vector<double> shares;
  double sum = 0;
  for (const double logit : logits) {
    shares.push_back(std::exp((logit - largest) / temperature));
    sum += shares.back();
  }
  for (double& share : shares) share /= sum;
  return shares;
}

double entropy(std::span<const double> probabilities) {
  double sum = 0;
  for (const double p : probabilities) {
    if (p > 0) sum -= p * std::log(p);
  }
  return sum;
}

}  // namespace theta
