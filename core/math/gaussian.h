// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace theta {

/// Points and weights such that Σ weight·g(x) is E[g(m + s z)], z ~ N(0, 1), s ≥ 0: Gauss-Legendre pieces
/// over |z| ≤ 12, cut at `corners` (ascending), where g is not smooth, so that steps cost no digits, and
/// shorter towards x = 0, where g may bend within a unit of x. Its
/// error is below 1e-12 of the largest |g| for g smooth between the cuts. With s = 0 it is the one point m.
struct GaussianRule {
  std::vector<double> x, weight;
};
GaussianRule gaussian_rule(double m, double s, std::span<const double> corners = {});

/// E[g(m + s z)] by that rule.
double gaussian_mean(const std::function<double(double)>& g, double m, double s,
                     std::span<const double> corners = {});

/// The law of y = f(x), x ~ N(m, s²), s > 0, as seen through bins: of each bin the probability density, and
/// beside them the values that y takes with a probability of their own, which flat pieces of f make.
struct PushedForward {
  struct Atom {
    double y = 0, probability = 0;
  };
  std::vector<double> edges;    ///< bins + 1, ascending, even
  std::vector<double> density;  ///< of each bin, atoms left out
  std::vector<Atom> atoms;      ///< ascending in y
  double below = 0, above = 0;  ///< the probability outside the bins, atoms left out
};

/// x is cut into `cells` of equal width over m ± 8 s, and at `corners`, where f is not smooth or jumps; f is
/// taken as straight within each, which loses O(width²). What f takes on a flat piece between corners has its
/// whole probability.
PushedForward pushed_forward(const std::function<double(double)>& f, double m, double s, double low,
                             double high, int bins, std::span<const double> corners = {}, int cells = 4000);

}  // namespace theta
