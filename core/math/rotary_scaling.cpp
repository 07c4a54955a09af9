// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/rotary_scaling.h"

#include "core/math/rope.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

constexpr double turn = 2 * std::numbers::pi;

double ntk_base(int dimensions, double base, double stretch) {
  if (dimensions <= 2) return base;
  return base * std::pow(stretch, dimensions / (dimensions - 2.0));
}

/// The stretch is not s but what transformers computes from its "factor": 1 as long as the sequence fits.
double dynamic_stretch(const RotaryScalingParameters& p) {
  return p.factor * std::max(p.length, p.original_context) / p.original_context - (p.factor - 1);
}

/// θ/s where `kept` is 0, θ where it is 1.
Eigen::ArrayXd blended(const Eigen::ArrayXd& frequencies, double factor, const Eigen::ArrayXd& kept) {
  return (1 - kept) * frequencies / factor + kept * frequencies;
}

/// Linear in the number of turns a pair makes in the trained context.
Eigen::ArrayXd kept_by_turns(const Eigen::ArrayXd& frequencies, double context, double slow, double fast) {
  const Eigen::ArrayXd turns = context * frequencies / turn;
  return ((turns - slow) / (fast - slow)).max(0).min(1);
}

/// Linear in the pair's number, between the pairs that make `beta_fast` and `beta_slow` turns.
Eigen::ArrayXd kept_by_pair(int dimensions, double base, const RotaryScalingParameters& p) {
  const auto pair_with = [&](double turns) {
    return dimensions * std::log(p.original_context / (turns * turn)) / (2 * std::log(base));
  };
  double low = pair_with(p.beta_fast), high = pair_with(p.beta_slow);
  if (p.truncate) {
    low = std::floor(low);
    high = std::ceil(high);
  }
  low = std::max(low, 0.0);
  high = std::min(high, dimensions - 1.0);
  if (high <= low) high = low + 0.001;
  const Eigen::ArrayXd pairs = Eigen::ArrayXd::LinSpaced(dimensions / 2, 0, dimensions / 2 - 1);
  return 1 - ((pairs - low) / (high - low)).max(0).min(1);
}

double yarn_factor(double factor, double mscale) {
  return factor > 1 ? 0.1 * mscale * std::log(factor) + 1 : 1;
}

double yarn_attention(const RotaryScalingParameters& p) {
  if (p.mscale != 0 && p.mscale_all_dim != 0)
    return yarn_factor(p.factor, p.mscale) / yarn_factor(p.factor, p.mscale_all_dim);
  return yarn_factor(p.factor, 1);
}

Eigen::ArrayXd divided(Eigen::ArrayXd frequencies, const std::vector<double>& factors) {
  const auto count = std::min(static_cast<Eigen::Index>(factors.size()), frequencies.size());
  for (Eigen::Index i = 0; i < count; ++i) frequencies[i] /= factors[static_cast<std::size_t>(i)];
  return frequencies;
}

double longrope_attention(const RotaryScalingParameters& p) {
  if (p.factor <= 1 || p.original_context <= 1) return 1;
  return std::sqrt(1 + std::log(p.factor) / std::log(p.original_context));
}

}  // namespace

ScaledFrequencies scaled_frequencies(int rotary_dimensions, double base, RotaryScaling scaling,
                                     const RotaryScalingParameters& p) {
  const Eigen::ArrayXd plain = inverse_frequencies(rotary_dimensions, base);
  const auto with_base = [&](double other) {
    return ScaledFrequencies{inverse_frequencies(rotary_dimensions, other), 1, other};
  };
  switch (scaling) {
    case RotaryScaling::none:
      return {plain, 1, base};
    case RotaryScaling::linear:
      return {plain / p.factor, 1, base};
    case RotaryScaling::ntk:
      return with_base(ntk_base(rotary_dimensions, base, p.factor));
    case RotaryScaling::dynamic:
      return with_base(ntk_base(rotary_dimensions, base, dynamic_stretch(p)));
    case RotaryScaling::yarn_paper:
      return {blended(plain, p.factor, kept_by_turns(plain, p.original_context, p.beta_slow, p.beta_fast)),
              p.attention_factor.value_or(yarn_factor(p.factor, 1)), base};
    case RotaryScaling::yarn:
      return {blended(plain, p.factor, kept_by_pair(rotary_dimensions, base, p)),
              p.attention_factor.value_or(yarn_attention(p)), base};
    case RotaryScaling::llama3:
      return {
          blended(plain, p.factor,
                  kept_by_turns(plain, p.original_context, p.low_frequency_factor, p.high_frequency_factor)),
          1, base};
    case RotaryScaling::longrope:
      return {divided(plain, p.length > p.original_context ? p.long_factors : p.short_factors),
              p.attention_factor.value_or(longrope_attention(p)), base};
  }
  return {plain, 1, base};
}

}  // namespace theta
