// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace theta {

/// Rules that change RoPE's frequencies for contexts longer than the trained one.
enum class RotaryScaling { none, linear, ntk, dynamic, yarn_paper, yarn, llama3, longrope };

struct RotaryScalingParameters {
  double factor = 1;                      ///< s ≥ 1
  double original_context = 1;            ///< L, tokens
  double length = 1;                      ///< of the present sequence, tokens: read by dynamic and longrope
  double beta_fast = 32, beta_slow = 1;   ///< turns in L; read by yarn and yarn_paper; fast > slow > 0
  bool truncate = true;                   ///< yarn: the ramp's ends are whole pairs
  double mscale = 0, mscale_all_dim = 0;  ///< yarn; 0: not given
  std::optional<double> attention_factor = {};                 ///< replaces the rule's own
  double low_frequency_factor = 1, high_frequency_factor = 4;  ///< llama3; high > low > 0
  std::vector<double> short_factors = {}, long_factors = {};   ///< longrope, one a pair; a missing one is 1
};

struct ScaledFrequencies {
  Eigen::ArrayXd inverse_frequency;  ///< radians per token
  double attention_factor = 1;       ///< on cosine and sine, so squared on the logit
  double base = 0;                   ///< the base after rules that change it
};

/// The frequencies of `rotary_dimensions` / 2 pairs under a rule, and the factor it puts on cosine and sine.
/// Part-by-part rules follow their released code: transformers' modeling_rope_utils; yarn_paper follows Peng
/// et al., YaRN, 2023, section 3.2. With two rotary dimensions the NTK rules, which would leave pair 0 as it
/// is for any base, keep the base.
ScaledFrequencies scaled_frequencies(int rotary_dimensions, double base, RotaryScaling scaling,
                                     const RotaryScalingParameters& parameters);

}  // namespace theta
