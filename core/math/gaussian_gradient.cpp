// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gaussian_gradient.h"

#include <cassert>
#include <cmath>

namespace theta {

GaussianGradient square_gradient(double mean, double deviation) {
  assert(deviation > 0);
  const double m = mean * mean, v = deviation * deviation;
  return {2 * mean, 4 * v, m * m / v + 14 * m + 15 * v, 8 * m + 10 * v};
}

GaussianGradient sine_gradient(double frequency, double mean, double deviation) {
  assert(deviation > 0);
  const double k = frequency, v = deviation * deviation, damped = std::exp(-k * k * v / 2);
  const double gradient = k * damped * std::cos(k * mean), f = damped * std::sin(k * mean);
  const double doubled = std::exp(-2 * k * k * v) * std::cos(2 * k * mean);
  const double score = (1 - doubled * (1 - 4 * k * k * v)) / (2 * v) - gradient * gradient;
  return {gradient, k * k * (1 + doubled) / 2 - gradient * gradient, score,
          score + f * f * (2 * k * k * v - 1) / v};
}

}  // namespace theta
