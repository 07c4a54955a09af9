// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <complex>
#include <span>
#include <vector>

namespace theta {

/// Formats of floating-point numbers, by the width of their whole: IEEE 754 but for bfloat16, which is the
/// upper half of a float32.
enum class FloatFormat { float64, float32, bfloat16, float16 };

/// The nearest number of a format, ties to the even one, subnormal ones among them; infinite where the format
/// ends before it.
double rounded(double number, FloatFormat format);

/// position · frequencies[i] as a table of angles kept in a format holds them: frequency, position and
/// product each rounded. Not finite where the format does not hold the position.
Eigen::ArrayXd rounded_angles(FloatFormat format, const Eigen::ArrayXd& frequencies, double position);

/// Σ_i Re(products[i] · e^{j(a_i − b_i)}) where a_i and b_i are such angles at a query `distance` tokens
/// after each of the keys: a logit that no longer depends on the distance alone. NaN where the format does
/// not hold both positions.
std::vector<double> logits_in(FloatFormat format, std::span<const std::complex<double>> products,
                              const Eigen::ArrayXd& frequencies, std::span<const double> key_positions,
                              double distance);

/// Σ_i cos(s · frequencies[i]) where the frequency, the distance and their product are each rounded to a
/// format and only then the cosine is taken, exactly: what a table of angles kept in that format gives. NaN
/// where the format does not hold the distance.
std::vector<double> cosine_sums_in(FloatFormat format, const Eigen::ArrayXd& frequencies,
                                   std::span<const double> distances);

/// The largest difference a format makes to one of the cosines above; NaN where it does not hold the
/// distance or one of the angles.
double largest_cosine_error(FloatFormat format, const Eigen::ArrayXd& frequencies, double distance);

}  // namespace theta
