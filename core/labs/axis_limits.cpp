// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"

#include <algorithm>
#include <cmath>

namespace theta {

double rounded_up(double number) {
  const double power = std::pow(10, std::floor(std::log10(number)));
  for (const double factor : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (factor * power >= number * (1 - 1e-12)) return factor * power;
  }
  return 10 * power;
}

Limits rounded_outward(double low, double high, double least_height) {
  const double missing = std::max(0.0, least_height - (high - low)) / 2;
  low -= missing;
  high += missing;
  const double power = std::pow(10, std::floor(std::log10(high - low))) / 5;
  return {std::floor((low - 0.03 * (high - low)) / power) * power,
          std::ceil((high + 0.03 * (high - low)) / power) * power};
}

}  // namespace theta
