// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace theta {

/// ∂/∂μ E f(z) for z = μ + σε, and the variance of one sample of two unbiased estimators of it: pathwise,
/// f′(z), and score function, f(z)(z − μ)/σ² or (f(z) − E f)(z − μ)/σ². Closed forms, σ > 0.
struct GaussianGradient {
  double gradient = 0;
  double pathwise_variance = 0, score_variance = 0, baseline_variance = 0;
};

GaussianGradient square_gradient(double mean, double deviation);                  ///< f(z) = z²
GaussianGradient sine_gradient(double frequency, double mean, double deviation);  ///< f(z) = sin(kz)

}  // namespace theta
