// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/rotary_scaling.h"
#include "core/model/describe.h"

#include <array>
#include <initializer_list>
#include <vector>

// The parameters of a rotary embedding, described once for all labs that have one. Their struct holds
// head_dimension, rotary_dimensions, base, original_context, context, scaling, factor, length, beta_fast,
// beta_slow, truncate, mscale, mscale_all_dim, attention_factor, low_frequency_factor, high_frequency_factor,
// short_factors and long_factors, and says by `bool uses(RotaryScaling) const` which rules it draws.

namespace theta {

inline std::vector<OptionName> rotary_scaling_options() {
  return {{"none", "none"},
          {"linear", "linear (interpolation)"},
          {"ntk", "NTK-aware"},
          {"dynamic", "dynamic NTK"},
          {"yarn_paper", "YaRN, as in the paper"},
          {"yarn", "YaRN, as released"},
          {"llama3", "Llama-3"},
          {"longrope", "LongRoPE"}};
}

/// Where there is less room than for an option's label.
inline Text short_name(RotaryScaling scaling) {
  static constexpr std::array names = {"none",        "linear", "NTK-aware", "dynamic NTK",
                                       "YaRN, paper", "YaRN",   "Llama-3",   "LongRoPE"};
  return names[static_cast<std::size_t>(scaling)];
}

template <class Parameters>
bool uses_any(const Parameters& p, std::initializer_list<RotaryScaling> rules) {
  for (const RotaryScaling rule : rules) {
    if (p.uses(rule)) return true;
  }
  return false;
}

/// What scaling rules read of the parameters.
template <class Parameters>
RotaryScalingParameters scaling_parameters(const Parameters& p) {
  RotaryScalingParameters parameters;
  parameters.factor = p.factor;
  parameters.original_context = static_cast<double>(p.original_context);
  parameters.length = static_cast<double>(p.length);
  parameters.beta_fast = p.beta_fast;
  parameters.beta_slow = p.beta_slow;
  parameters.truncate = p.truncate;
  parameters.mscale = p.mscale;
  parameters.mscale_all_dim = p.mscale_all_dim;
  if (p.attention_factor > 0) parameters.attention_factor = p.attention_factor;
  parameters.low_frequency_factor = p.low_frequency_factor;
  parameters.high_frequency_factor = p.high_frequency_factor;
  parameters.short_factors = p.short_factors;
  parameters.long_factors = p.long_factors;
  return parameters;
}

/// The size of the head, how much of it is rotated, and the base.
template <class Parameters>
void describe_rotation(auto&& field) {
  field(&Parameters::head_dimension,
        Name{.id = "head_dimension",
             .label = "Head dimension",
             .symbol = "d_h",
             .help = "Width of one attention head's query and key.",
             .group = "Embedding"},
        Integer{.low = 2, .high = 512, .multiple = 2});
  field(&Parameters::rotary_dimensions,
        Name{.id = "rotary_dimensions",
             .label = "Rotary dimensions",
             .symbol = "d",
             .help = "How many of the head's dimensions are rotated; the rest carry no position."},
        Integer{.low = 2, .high = 512, .multiple = 2},
        Rules<Parameters>{.limits =
                              [](const Parameters& p) {
                                return Limits{2, 1.0 * p.head_dimension};
                              },
                          .fills = true});
  field(&Parameters::base,
        Name{.id = "base",
             .label = "Base",
             .symbol = "b",
             .help = "The larger, the slower the last pairs turn; model files call it rope_theta."},
        Real{.low = 1e2, .high = 1e8, .scale = Scale::log});
}

/// The contexts, and the rule that slows the rotations down between them, by a factor of this symbol.
template <class Parameters>
void describe_scaling(auto&& field, const char* factor_symbol = "s") {
  const auto yarn = [](const Parameters& p) {
    return uses_any(p, {RotaryScaling::yarn, RotaryScaling::yarn_paper});
  };
  const auto released = [](const Parameters& p) { return p.uses(RotaryScaling::yarn); };
  const auto llama3 = [](const Parameters& p) { return p.uses(RotaryScaling::llama3); };
  const auto longrope = [](const Parameters& p) { return p.uses(RotaryScaling::longrope); };

  field(&Parameters::original_context,
        Name{.id = "original_context",
             .label = "Trained context",
             .symbol = "L",
             .help = "The longest sequence seen in training, before any scaling.",
             .group = "Long context"},
        Integer{.low = 1, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
  field(
      &Parameters::context,
      Name{.id = "context", .label = "Context in use", .help = "The longest sequence the model is used for."},
      Integer{.low = 1, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
  field(&Parameters::scaling,
        Name{.id = "scaling",
             .label = "Scaling",
             .help = "The rule that slows the rotations down for a longer context."},
        Choice{.options = rotary_scaling_options()});
  field(&Parameters::factor,
        Name{.id = "factor",
             .label = "Factor",
             .symbol = factor_symbol,
             .help = "How many times longer the context becomes."},
        Real{.low = 1, .high = 1e4, .scale = Scale::log},
        Rules<Parameters>{.applies = [](const Parameters& p) {
          return uses_any(p, {RotaryScaling::linear, RotaryScaling::ntk, RotaryScaling::dynamic,
                              RotaryScaling::yarn_paper, RotaryScaling::yarn, RotaryScaling::llama3,
                              RotaryScaling::longrope});
        }});
  field(&Parameters::length,
        Name{.id = "length",
             .label = "Present length",
             .symbol = "l",
             .help = "How long the sequence is at this moment; the rule changes beyond the trained context."},
        Integer{.low = 1, .high = 1e7, .scale = Scale::log, .unit = "tokens"},
        Rules<Parameters>{.applies = [](const Parameters& p) {
          return uses_any(p, {RotaryScaling::dynamic, RotaryScaling::longrope});
        }});
  field(&Parameters::beta_fast,
        Name{.id = "beta_fast",
             .label = "Kept from",
             .symbol = "\\beta",
             .help = "Pairs that make at least this many turns in the trained context keep their frequency."},
        Real{.low = 0.01, .high = 1000, .scale = Scale::log, .unit = "turns"},
        Rules<Parameters>{.applies = yarn, .limits = [](const Parameters& p) {
                            return Limits{p.beta_slow * 1.001, 1000};
                          }});
  field(&Parameters::beta_slow,
        Name{.id = "beta_slow",
             .label = "Interpolated up to",
             .symbol = "\\alpha",
             .help = "Pairs that make at most this many turns in the trained context are slowed down by "
                     "the whole factor."},
        Real{.low = 0.001, .high = 100, .scale = Scale::log, .unit = "turns"},
        Rules<Parameters>{.applies = yarn});
  field(&Parameters::truncate,
        Name{.id = "truncate",
             .label = "Whole pairs",
             .help = "Round the ends of the ramp to whole pairs, as most models do."},
        Toggle{}, Rules<Parameters>{.applies = released});
  field(&Parameters::mscale,
        Name{.id = "mscale",
             .label = "mscale",
             .help = "Weight of ln s in the attention factor; 0 stands for none given."},
        Real{.low = 0, .high = 10}, Rules<Parameters>{.applies = released});
  field(&Parameters::mscale_all_dim,
        Name{.id = "mscale_all_dim",
             .label = "mscale_all_dim",
             .help = "As mscale, in the divisor of the attention factor; 0 stands for none given."},
        Real{.low = 0, .high = 10}, Rules<Parameters>{.applies = released});
  field(&Parameters::attention_factor,
        Name{.id = "given_attention_factor",
             .label = "Attention factor",
             .symbol = "a",
             .help = "What cosine and sine are multiplied by; 0 leaves it to the rule."},
        Real{.low = 0, .high = 10}, Rules<Parameters>{.applies = [](const Parameters& p) {
          return uses_any(p, {RotaryScaling::yarn, RotaryScaling::yarn_paper, RotaryScaling::longrope});
        }});
  field(&Parameters::low_frequency_factor,
        Name{.id = "low_frequency_factor",
             .label = "Low frequency factor",
             .help = "Pairs that make fewer turns than this in the trained context are slowed down by the "
                     "whole factor."},
        Real{.low = 0.01, .high = 100, .scale = Scale::log, .unit = "turns"},
        Rules<Parameters>{.applies = llama3});
  field(&Parameters::high_frequency_factor,
        Name{.id = "high_frequency_factor",
             .label = "High frequency factor",
             .help = "Pairs that make more turns than this in the trained context keep their frequency."},
        Real{.low = 0.011, .high = 1000, .scale = Scale::log, .unit = "turns"},
        Rules<Parameters>{.applies = llama3, .limits = [](const Parameters& p) {
                            return Limits{p.low_frequency_factor * 1.001, 1000};
                          }});
  field(&Parameters::short_factors,
        Name{.id = "short_factors",
             .label = "Short factors",
             .help = "What each pair's frequency is divided by up to the trained context, a number a pair; "
                     "empty: 1."},
        Reals{.low = 1e-3, .high = 1e6, .most = 256}, Rules<Parameters>{.applies = longrope});
  field(&Parameters::long_factors,
        Name{.id = "long_factors",
             .label = "Long factors",
             .help = "What each pair's frequency is divided by beyond the trained context, a number a "
                     "pair; empty: 1."},
        Reals{.low = 1e-3, .high = 1e6, .most = 256}, Rules<Parameters>{.applies = longrope});
}

}  // namespace theta
