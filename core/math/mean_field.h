// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/activation.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace theta {

// Fully connected layers z = W φ(z) + b of infinite width, W ~ N(0, σ_w² / fan in), b ~ N(0, σ_b²): what
// variance and gradient do from layer to layer (Poole et al. 2016, Schoenholz et al. 2017).

/// A function with its slope, and where it is not smooth.
struct Unit {
  std::function<ActivationValue(double)> at;
  std::vector<double> corners = {};  ///< ascending
};

Unit unit_of(Activation activation, const ActivationParameters& parameters = {});

struct Initialisation {
  double weight_variance = 1;  ///< σ_w² ≥ 0
  double bias_variance = 0;    ///< σ_b² ≥ 0
};

/// What a unit makes of x ~ N(0, q).
struct Moments {
  double mean = 0;                 ///< E[φ]
  double second_moment = 0;        ///< E[φ²]
  double slope_second_moment = 0;  ///< E[φ′²]
};
Moments moments(const Unit& unit, double q);

/// The variance of the next layer's pre-activations, from this one's, q ≥ 0: σ_w² E[φ(√q z)²] + σ_b².
double next_variance(const Unit& unit, const Initialisation& init, double q);

/// χ₁ = σ_w² E[φ′(√q z)²]: by what the squared gradient grows from a layer to the one before it. For q = 0
/// its limit, to which both sides of a kink at 0 contribute.
double gradient_factor(const Unit& unit, const Initialisation& init, double q);

/// The variance of the pre-activations of layers 0…depth, and the product of the χ₁ of all layers from the
/// last down to each: the squared gradient there relative to that at the last. Values beyond 1e300 stay
/// there.
struct Trajectory {
  std::vector<double> variance;
  std::vector<double> gradient;
};
Trajectory trajectory(const Unit& unit, const Initialisation& init, double q0, int depth);

/// By what a small deviation of the variance from where it settles, q, grows in a layer: the slope of
/// `next_variance`, χ₁ + σ_w² E[φ″φ] where φ is smooth.
double variance_factor(const Unit& unit, const Initialisation& init, double q);

/// Where the variance settles from q = 1, to 1e-13 relative; none where it grows beyond all bounds or is
/// still on its way after thousands of layers.
std::optional<double> settled_variance(const Unit& unit, const Initialisation& init);

/// One network of finite width with weights from a seed: the pre-activations of each layer, their mean
/// square, and the gradient of a random direction at the last layer, propagated back to each and relative to
/// the last. All are of depth + 1 layers.
struct FiniteRun {
  std::vector<std::vector<double>> pre_activations;
  std::vector<double> variance, gradient;
};
FiniteRun finite_run(const Unit& unit, const Initialisation& init, double q0, int depth, int width,
                     std::uint64_t seed, const std::stop_token& stop = {});

}  // namespace theta
