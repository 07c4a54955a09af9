// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace theta {

/// ∫ f(x) dx ≈ Σ weights[i] f(nodes[i])
struct Quadrature {
  Eigen::ArrayXd nodes, weights;
};

/// ∫₀^∞ f(x) dx, exact where f is e^−x times a polynomial of degree below 2·count. Golub and Welsch, 1969.
/// 1 ≤ count ≤ 60.
Quadrature laguerre_quadrature(int count);

/// ∫₀^∞ f(x) dx for functions that are analytic and fall like e^−x or faster: even steps in v, x = exp(v −
/// e^−v). Takahasi and Mori, 1974.
Quadrature half_line_quadrature(double step);

}  // namespace theta
