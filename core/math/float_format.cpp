// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/float_format.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace theta {
namespace {

struct Shape {
  int digits;            // of the significand in base 2, the leading one among them
  int least_exponent;    // of the smallest normal number, 2^least_exponent
  int largest_exponent;  // the largest number lies below 2^(largest_exponent + 1)
};

constexpr Shape shape_of(FloatFormat format) {
  switch (format) {
    case FloatFormat::float64:
      return {53, -1022, 1023};
    case FloatFormat::float32:
      return {24, -126, 127};
    case FloatFormat::bfloat16:
      return {8, -126, 127};
    case FloatFormat::float16:
      return {11, -14, 15};
  }
  return {53, -1022, 1023};
}

Eigen::ArrayXd all_rounded(Eigen::ArrayXd numbers, FloatFormat format) {
  for (double& number : numbers) number = rounded(number, format);
  return numbers;
}

/// From frequencies that are rounded already.
Eigen::ArrayXd angles_of(const Eigen::ArrayXd& held, double position, FloatFormat format) {
  return all_rounded(held * rounded(position, format), format);
}

}  // namespace

double rounded(double number, FloatFormat format) {
  if (format == FloatFormat::float64 || number == 0 || !std::isfinite(number)) return number;
  if (format == FloatFormat::float32) return static_cast<double>(static_cast<float>(number));
  const Shape shape = shape_of(format);
  const int exponent = std::max(std::ilogb(number), shape.least_exponent) - (shape.digits - 1);
  const double nearest = std::scalbn(std::nearbyint(std::scalbn(number, -exponent)), exponent);
  const double end = std::scalbn(1.0, shape.largest_exponent + 1);
  return std::abs(nearest) < end ? nearest : std::copysign(std::numeric_limits<double>::infinity(), number);
}

Eigen::ArrayXd rounded_angles(FloatFormat format, const Eigen::ArrayXd& frequencies, double position) {
  return angles_of(all_rounded(frequencies, format), position, format);
}

std::vector<double> logits_in(FloatFormat format, std::span<const std::complex<double>> products,
                              const Eigen::ArrayXd& frequencies, std::span<const double> key_positions,
                              double distance) {
  assert(static_cast<Eigen::Index>(products.size()) == frequencies.size());
  const Eigen::ArrayXd held = all_rounded(frequencies, format);
  std::vector<double> logits;
  for (const double position : key_positions) {
    const Eigen::ArrayXd query = angles_of(held, position + distance, format),
                         key = angles_of(held, position, format);
    double logit = 0;
    for (Eigen::Index i = 0; i < held.size(); ++i) {
      const std::complex<double>& product = products[static_cast<std::size_t>(i)];
      const double between = query[i] - key[i];
      logit += product.real() * std::cos(between) - product.imag() * std::sin(between);
    }
    logits.push_back(logit);
  }
  return logits;
}

std::vector<double> cosine_sums_in(FloatFormat format, const Eigen::ArrayXd& frequencies,
                                   std::span<const double> distances) {
  const Eigen::ArrayXd held = all_rounded(frequencies, format);
  std::vector<double> sums;
  for (const double distance : distances) {
    double sum = 0;
    for (const double angle : angles_of(held, distance, format)) sum += std::cos(angle);
    sums.push_back(sum);
  }
  return sums;
}

double largest_cosine_error(FloatFormat format, const Eigen::ArrayXd& frequencies, double distance) {
  const Eigen::ArrayXd angles = rounded_angles(format, frequencies, distance);
  if (!angles.allFinite()) return std::numeric_limits<double>::quiet_NaN();
  double largest = 0;
  for (Eigen::Index i = 0; i < frequencies.size(); ++i)
    largest = std::max(largest, std::abs(std::cos(angles[i]) - std::cos(frequencies[i] * distance)));
  return largest;
}

}  // namespace theta
