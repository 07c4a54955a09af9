// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/float_format.h"

#include <algorithm>
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

/// The angle a format makes of a distance and a frequency.
double angle_in(FloatFormat format, double frequency, double distance) {
  return rounded(rounded(frequency, format) * distance, format);
}

}  // namespace

double rounded(double number, FloatFormat format) {
  if (format == FloatFormat::float64 || number == 0 || !std::isfinite(number)) return number;
  const Shape shape = shape_of(format);
  const int exponent = std::max(std::ilogb(number), shape.least_exponent) - (shape.digits - 1);
  const double nearest = std::scalbn(std::nearbyint(std::scalbn(number, -exponent)), exponent);
  const double end = std::scalbn(1.0, shape.largest_exponent + 1);
  return std::abs(nearest) < end ? nearest : std::copysign(std::numeric_limits<double>::infinity(), number);
}

double cosine_sum_in(FloatFormat format, const Eigen::ArrayXd& frequencies, double distance) {
  const double held = rounded(distance, format);
  double sum = 0;
  for (const double frequency : frequencies) sum += std::cos(angle_in(format, frequency, held));
  return sum;
}

double largest_cosine_error(FloatFormat format, const Eigen::ArrayXd& frequencies, double distance) {
  const double held = rounded(distance, format);
  if (!std::isfinite(held)) return std::numeric_limits<double>::quiet_NaN();
  double largest = 0;
  for (const double frequency : frequencies)
    largest = std::max(
        largest, std::abs(std::cos(angle_in(format, frequency, held)) - std::cos(frequency * distance)));
  return largest;
}

}  // namespace theta
