// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/quadrature.h"

#include <Eigen/Eigenvalues>

#include <cassert>
#include <cmath>

namespace theta {
namespace {

/// e^{−x/2} L_{n−1}(x) and e^{−x/2} L_n(x), which do not overflow.
struct Neighbours {
  double before = 0, now = 0;
};

Neighbours laguerre_polynomials(int degree, double x) {
  Neighbours at{0, std::exp(-x / 2)};
  for (int n = 0; n < degree; ++n) at = {at.now, ((2 * n + 1 - x) * at.now - n * at.before) / (n + 1)};
  return at;
}

}  // namespace

Quadrature half_line_quadrature(double step) {
  assert(step > 0);
  // e^−42 of the variable at the lower end, e^−e^3.7 of the integrand at the upper end.
  constexpr double low = -3.7, high = 3.8;
  const auto count = static_cast<Eigen::Index>(std::floor((high - low) / step)) + 1;
  const Eigen::ArrayXd v = low + step * Eigen::ArrayXd::LinSpaced(count, 0, static_cast<double>(count - 1));
  const Eigen::ArrayXd folded = (-v).exp();
  Quadrature rule;
  rule.nodes = (v - folded).exp();
  rule.weights = step * rule.nodes * (1 + folded);
  return rule;
}

Quadrature laguerre_quadrature(int count) {
  assert(count >= 1 && count <= 60);
  Eigen::VectorXd diagonal(count), beside(count - 1);
  for (int i = 0; i < count; ++i) diagonal[i] = 2 * i + 1;
  for (int i = 1; i < count; ++i) beside[i - 1] = i;
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
  solver.computeFromTridiagonal(diagonal, beside, Eigen::EigenvaluesOnly);
  Quadrature rule{.nodes = solver.eigenvalues().array(), .weights = Eigen::ArrayXd(count)};
  for (int i = 0; i < count; ++i) {
    double& x = rule.nodes[i];
    const Neighbours at = laguerre_polynomials(count, x);
    x -= x * at.now / (count * (at.now - at.before));  // a step of Newton's: eigenvalues lack the last digits
    // λ e^x with λ = x / ((n+1) L_{n+1}(x))².
    const double next = laguerre_polynomials(count + 1, x).now;
    rule.weights[i] = x / ((count + 1.0) * (count + 1.0) * next * next);
  }
  return rule;
}

}  // namespace theta
