// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace theta {

/// Softmax losses that compare a feature x with one weight vector a class by the angle θ between them. A
/// class's logit is its scale times cosθ, the target's is its scale times T(θ); they differ in T and in the
/// scale.
enum class MarginLoss : std::uint8_t {
  softmax,     ///< T = cosθ, scale ‖W‖‖x‖
  normalized,  ///< T = cosθ, scale ‖x‖: weights of length 1
  l_softmax,   ///< T = (λ cosθ + ψ(θ)) / (1 + λ), scale ‖W‖‖x‖. Liu et al., 2016
  a_softmax,   ///< the same T, scale ‖x‖. Liu et al., SphereFace, 2017
  sphereface,  ///< A-Softmax under the name of the network it was trained for
  normface,    ///< T = cosθ, scale s. Wang et al., 2017
  am_softmax,  ///< T = cosθ − m3, scale s. Wang et al., 2018 (AM-Softmax, CosFace)
  arcface,     ///< T = cos(θ + m2), scale s, and what `fallback` says beyond π − m2. Deng et al., 2018
  combined     ///< T = cos(m1 θ + m2) − m3, scale s. Deng et al., 2018, equation 4
};

/// What ArcFace puts in the place of cos(θ + m2) where that rises again.
enum class ArcfaceFallback : std::uint8_t {
  hard,  ///< cosθ − m2 sin m2 unless cosθ > cos(π − m2)
  easy,  ///< cosθ unless cosθ > 0
  clip,  ///< cosine of the sum clipped to π
  none   ///< nothing
};

struct Margin {
  MarginLoss loss = MarginLoss::softmax;
  int m = 4;  ///< of ψ, at least 1
  double m1 = 1, m2 = 0.5, m3 = 0.35;
  double lambda = 0;  ///< how much plain cosine is mixed into ψ; not negative
  ArcfaceFallback fallback = ArcfaceFallback::hard;
};

/// Whether a loss's T is made of ψ.
bool has_psi(MarginLoss loss);

/// How long the weights and features are that a loss works with.
bool weights_are_normalised(MarginLoss loss);
bool features_are_normalised(MarginLoss loss);

/// A value and its derivative, with respect to θ or to cosθ as the function says.
struct Differentiable {
  double value = 0, slope = 0;
};

/// ψ(θ) = (−1)^k cos(mθ) − 2k for θ in [kπ/m, (k+1)π/m], and dψ/dθ. θ in [0, π], m ≥ 1. Liu et al.,
/// SphereFace, 2017, equation 7.
Differentiable psi(double theta, int m);

/// The same by polynomials in c = cosθ, without an arc cosine, and dψ/dc = (−1)^k m U_{m−1}(c) ≥ 0. c in [−1,
/// 1].
Differentiable psi_of_cosine(double c, int m);

/// T(θ) and dT/dθ, θ in [0, π]: the target's logit divided by its scale.
Differentiable target_logit(const Margin& margin, double theta);

/// T and dT/dcosθ as a function of c = cosθ. ArcFace's slope sin(θ + m2)/sinθ grows without bound towards c =
/// ±1; there it is taken at 1 − |c| = 1e-7, as training code does.
Differentiable target_logit_of_cosine(const Margin& margin, double c);

/// The angle at which T jumps or changes its rule: ArcFace's switch; none for losses without.
std::optional<double> switch_angle(const Margin& margin);

/// How training code goes back through T.
enum class BackwardRule : std::uint8_t {
  exact,        ///< by its derivative
  identity,     ///< dT/dcosθ taken for 1, as in a released head of ArcFace
  unit_length,  ///< the gradient of ‖x‖ψ with respect to x scaled to length 1 in its coefficients on W and
                ///< x̂, as in SphereFace's released layer; what λ mixes in stays as it is
};

/// dT/dcosθ as the rule has it, c = cosθ in [−1, 1]. `unit_length` is for A-Softmax and SphereFace: there
/// ∂(‖x‖ψ)/∂x = a W + b x̂ with a = dψ/dc and b = ψ − c a, and a / √(a² + b²) stands in the place of a.
double backward_slope(const Margin& margin, double c, BackwardRule rule);

/// Cross entropy of one sample, and its derivatives.
struct MarginLossValue {
  double loss = 0;
  double probability = 0;               ///< of the target
  std::vector<double> cosine_gradient;  ///< ∂L/∂cosθ_j
  std::vector<double> logit_gradient;   ///< ∂L/∂logit_j: p_j, and p_y − 1 for the target
};

/// L = −ln softmax of the logits scales[j] · cosθ_j, the target's scales[y] · T. Cosines in [−1, 1], scales
/// positive, lists of equal length ≥ 1. No overflow at any finite scale, and no loss of digits where L is
/// small.
MarginLossValue margin_loss(const Margin& margin, std::span<const double> cosines,
                            std::span<const double> scales, std::size_t target,
                            BackwardRule rule = BackwardRule::exact);

/// The released annealing of A-Softmax's λ: max(least, base (1 + γ · iteration)^(−power)). Iterations count
/// from 1.
struct LambdaAnnealing {
  double base = 1000, gamma = 0.12, power = 1, least = 5;
};
double annealed_lambda(double iteration, const LambdaAnnealing& annealing = {});

/// The iteration at which the schedule comes down to λ, whatever its least value. 0 < λ ≤ base.
double annealing_iteration(double lambda, const LambdaAnnealing& annealing = {});

}  // namespace theta
