// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace theta {

/// Formats of floating-point numbers, by the width of their whole: IEEE 754 but for bfloat16, which is the
/// upper half of a float32.
enum class FloatFormat { float64, float32, bfloat16, float16 };

/// The nearest number of a format, ties to the even one, subnormal ones among them; infinite where the format
/// ends before it.
double rounded(double number, FloatFormat format);

/// Σ_i cos(s · frequencies[i]) where the frequency, the distance and their product are each rounded to a
/// format and only then the cosine is taken, exactly: what a table of angles kept in that format gives. NaN
/// where the format does not hold the distance.
double cosine_sum_in(FloatFormat format, const Eigen::ArrayXd& frequencies, double distance);

/// The largest difference a format makes to one of the cosines above; NaN where it does not hold the
/// distance.
double largest_cosine_error(FloatFormat format, const Eigen::ArrayXd& frequencies, double distance);

}  // namespace theta
