// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/angular_margin.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

constexpr double edge = 1e-7;  // of cosines, where a sine is divided by

double sine_of(double c) { return std::sqrt(std::max(0.0, (1 - c) * (1 + c))); }

/// (λ cosθ + ψ) / (1 + λ); `cosine` with its own slope.
Differentiable annealed(const Margin& margin, Differentiable cosine, Differentiable psi) {
  const double lambda = margin.lambda;
  return {(lambda * cosine.value + psi.value) / (1 + lambda),
          (lambda * cosine.slope + psi.slope) / (1 + lambda)};
}

Differentiable arcface(const Margin& margin, double theta) {
  const double m = margin.m2, c = std::cos(theta);
  const Differentiable shifted{std::cos(theta + m), -std::sin(theta + m)};
  switch (margin.fallback) {
    case ArcfaceFallback::hard:
      return c > std::cos(pi - m) ? shifted : Differentiable{c - m * std::sin(m), -std::sin(theta)};
    case ArcfaceFallback::easy:
      return c > 0 ? shifted : Differentiable{c, -std::sin(theta)};
    case ArcfaceFallback::clip:
      return theta + m < pi ? shifted : Differentiable{-1, 0};
    case ArcfaceFallback::none:
      break;
  }
  return shifted;
}

Differentiable arcface_of_cosine(const Margin& margin, double c) {
  const double m = margin.m2, sine = std::sqrt(std::max(edge * (2 - edge), (1 - c) * (1 + c)));
  const Differentiable shifted{c * std::cos(m) - sine_of(c) * std::sin(m),
                               std::cos(m) + c / sine * std::sin(m)};
  const bool before = c > std::cos(pi - m);
  switch (margin.fallback) {
    case ArcfaceFallback::hard:
      return before ? shifted : Differentiable{c - m * std::sin(m), 1};
    case ArcfaceFallback::easy:
      return c > 0 ? shifted : Differentiable{c, 1};
    case ArcfaceFallback::clip:
      return before ? shifted : Differentiable{-1, 0};
    case ArcfaceFallback::none:
      break;
  }
  return shifted;
}

}  // namespace

bool has_psi(MarginLoss loss) {
  return loss == MarginLoss::l_softmax || loss == MarginLoss::a_softmax || loss == MarginLoss::sphereface;
}

bool weights_are_normalised(MarginLoss loss) {
  return loss != MarginLoss::softmax && loss != MarginLoss::l_softmax;
}

bool features_are_normalised(MarginLoss loss) {
  return loss == MarginLoss::normface || loss == MarginLoss::am_softmax || loss == MarginLoss::arcface ||
         loss == MarginLoss::combined;
}

Differentiable psi(double theta, int m) {
  assert(m >= 1);
  const int k = std::clamp(static_cast<int>(std::floor(m * theta / pi)), 0, m - 1);
  const double sign = k % 2 == 0 ? 1 : -1;
  return {sign * std::cos(m * theta) - 2 * k, -sign * m * std::sin(m * theta)};
}

Differentiable psi_of_cosine(double c, int m) {
  assert(m >= 1);
  double before = 1, chebyshev = c;          // T_{n−1}, T_n
  double second_before = 1, second = 2 * c;  // U_{n−1}, U_n
  for (int n = 1; n < m; ++n) {
    const double next = 2 * c * chebyshev - before;
    before = chebyshev;
    chebyshev = next;
    const double second_next = 2 * c * second - second_before;
    second_before = second;
    second = second_next;
  }
  int k = 0;
  while (k < m - 1 && c < std::cos((k + 1) * pi / m)) ++k;
  const double sign = k % 2 == 0 ? 1 : -1;
  return {sign * chebyshev - 2 * k, sign * m * second_before};
}

Differentiable target_logit(const Margin& margin, double theta) {
  const Differentiable cosine{std::cos(theta), -std::sin(theta)};
  if (has_psi(margin.loss)) return annealed(margin, cosine, psi(theta, margin.m));
  switch (margin.loss) {
    case MarginLoss::am_softmax:
      return {cosine.value - margin.m3, cosine.slope};
    case MarginLoss::arcface:
      return arcface(margin, theta);
    case MarginLoss::combined: {
      const double angle = margin.m1 * theta + margin.m2;
      return {std::cos(angle) - margin.m3, -margin.m1 * std::sin(angle)};
    }
    default:
      return cosine;
  }
}

Differentiable target_logit_of_cosine(const Margin& margin, double c) {
  if (has_psi(margin.loss)) return annealed(margin, {c, 1}, psi_of_cosine(c, margin.m));
  switch (margin.loss) {
    case MarginLoss::am_softmax:
      return {c - margin.m3, 1};
    case MarginLoss::arcface:
      return arcface_of_cosine(margin, c);
    case MarginLoss::combined: {
      const double theta = std::acos(c), least = std::acos(1 - edge);
      const double near = std::clamp(theta, least, pi - least);
      return {std::cos(margin.m1 * theta + margin.m2) - margin.m3,
              margin.m1 * std::sin(margin.m1 * near + margin.m2) / std::sin(near)};
    }
    default:
      return {c, 1};
  }
}

std::optional<double> switch_angle(const Margin& margin) {
  if (margin.loss != MarginLoss::arcface || margin.fallback == ArcfaceFallback::none) return {};
  return margin.fallback == ArcfaceFallback::easy ? pi / 2 : pi - margin.m2;
}

double backward_slope(const Margin& margin, double c, BackwardRule rule) {
  if (rule == BackwardRule::identity) return 1;
  if (rule == BackwardRule::exact) return target_logit_of_cosine(margin, c).slope;
  Differentiable scaled = psi_of_cosine(c, margin.m);
  scaled.slope /= std::hypot(scaled.slope, scaled.value - c * scaled.slope);
  return annealed(margin, {c, 1}, scaled).slope;
}

MarginLossValue margin_loss(const Margin& margin, std::span<const double> cosines,
                            std::span<const double> scales, std::size_t target, BackwardRule rule) {
  assert(cosines.size() == scales.size() && target < cosines.size());
  const Differentiable t = target_logit_of_cosine(margin, cosines[target]);
  const double own = scales[target] * t.value;
  std::vector<double> logits(cosines.size());
  double highest = own;
  for (std::size_t j = 0; j < cosines.size(); ++j) {
    logits[j] = j == target ? own : scales[j] * cosines[j];
    highest = std::max(highest, logits[j]);
  }
  double others = 0;  // Σ e^{logit_j − highest} without the target
  for (std::size_t j = 0; j < logits.size(); ++j) {
    if (j != target) others += std::exp(logits[j] - highest);
  }
  const double target_part = std::exp(own - highest), sum = target_part + others;
  MarginLossValue result;
  result.loss = own == highest ? std::log1p(others) : std::log(sum) + (highest - own);
  result.probability = target_part / sum;
  for (std::size_t j = 0; j < logits.size(); ++j) {
    // 1 − p_y is summed from the others: where p_y is all but 1 the difference would have no digits left.
    const double logit_gradient = j == target ? -others / sum : std::exp(logits[j] - highest) / sum;
    const double slope = j == target ? backward_slope(margin, cosines[target], rule) : 1;
    result.logit_gradient.push_back(logit_gradient);
    result.cosine_gradient.push_back(scales[j] * logit_gradient * slope);
  }
  return result;
}

double annealed_lambda(double iteration, const LambdaAnnealing& annealing) {
  return std::max(annealing.least,
                  annealing.base * std::pow(1 + annealing.gamma * iteration, -annealing.power));
}

double annealing_iteration(double lambda, const LambdaAnnealing& annealing) {
  return (std::pow(annealing.base / lambda, 1 / annealing.power) - 1) / annealing.gamma;
}

}  // namespace theta
