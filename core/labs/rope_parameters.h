// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/rope.h"
#include "core/math/rotary_scaling.h"
#include "core/model/describe.h"

#include <cstdint>
#include <vector>

namespace theta {

/// What the query and the key hold.
enum class RopeContent { random, same, ones };

/// Whether a scaling rule reads a parameter.
inline bool has_factor(RotaryScaling scaling) { return scaling != RotaryScaling::none; }
inline bool has_length(RotaryScaling scaling) {
  return scaling == RotaryScaling::dynamic || scaling == RotaryScaling::longrope;
}
inline bool is_yarn(RotaryScaling scaling) {
  return scaling == RotaryScaling::yarn || scaling == RotaryScaling::yarn_paper;
}

struct Rope {
  std::int64_t query_position = 14, key_position = 5, shift = 0;
  int head_dimension = 64, rotary_dimensions = 64;
  double base = 10'000;
  int pair = 3;
  RopeLayout layout = RopeLayout::interleaved;
  RopeContent content = RopeContent::random;
  Seed seed = {7};
  Point query = {1.45, 0.8}, key = {0.55, 1.2};
  int distance_span = 128;
  std::int64_t original_context = 4096, context = 4096;
  RotaryScaling scaling = RotaryScaling::none;
  double factor = 8;
  std::int64_t length = 4096;
  double beta_fast = 32, beta_slow = 1;
  bool truncate = true;
  double mscale = 0, mscale_all_dim = 0;
  double attention_factor = 0;
  double low_frequency_factor = 1, high_frequency_factor = 4;
  std::vector<double> short_factors = {}, long_factors = {};

  static void describe(auto&& field) {
    const auto yarn = [](const Rope& rope) { return is_yarn(rope.scaling); };
    const auto released = [](const Rope& rope) { return rope.scaling == RotaryScaling::yarn; };
    const auto llama3 = [](const Rope& rope) { return rope.scaling == RotaryScaling::llama3; };
    const auto longrope = [](const Rope& rope) { return rope.scaling == RotaryScaling::longrope; };

    field(&Rope::query_position,
          Name{.id = "query_position",
               .label = "Query position",
               .symbol = "m",
               .help = "Where the query stands in the text, counted in tokens from 0.",
               .group = "Positions"},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
    field(&Rope::key_position,
          Name{.id = "key_position",
               .label = "Key position",
               .symbol = "n",
               .help = "Where the key stands in the text, counted in tokens from 0."},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
    field(&Rope::shift,
          Name{.id = "shift",
               .label = "Shift both",
               .symbol = "c",
               .help = "Added to both positions: the picture turns, the logit stays."},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
    field(&Rope::distance_span,
          Name{.id = "distance_span",
               .label = "Distances shown",
               .help = "How many tokens the plot of the logit spans."},
          Integer{.low = 16, .high = 4096, .scale = Scale::log, .unit = "tokens"});

    field(&Rope::head_dimension,
          Name{.id = "head_dimension",
               .label = "Head dimension",
               .symbol = "d_h",
               .help = "Width of one attention head's query and key.",
               .group = "Embedding"},
          Integer{.low = 2, .high = 512, .multiple = 2});
    field(&Rope::rotary_dimensions,
          Name{.id = "rotary_dimensions",
               .label = "Rotary dimensions",
               .symbol = "d",
               .help = "How many of the head's dimensions are rotated; the rest carry no position."},
          Integer{.low = 2, .high = 512, .multiple = 2},
          Rules<Rope>{.limits =
                          [](const Rope& rope) {
                            return Limits{2, 1.0 * rope.head_dimension};
                          },
                      .fills = true});
    field(&Rope::base,
          Name{.id = "base",
               .label = "Base",
               .symbol = "b",
               .help = "The larger, the slower the last pairs turn; model files call it rope_theta."},
          Real{.low = 1e2, .high = 1e8, .scale = Scale::log});
    field(&Rope::pair,
          Name{.id = "pair",
               .label = "Pair",
               .symbol = "i",
               .help = "The pair of dimensions shown in the plane, counted from 0, the fastest."},
          Integer{.low = 0, .high = 255}, Rules<Rope>{.limits = [](const Rope& rope) {
            return Limits{0, rope.rotary_dimensions / 2 - 1.0};
          }});
    field(&Rope::layout,
          Name{.id = "layout",
               .label = "Layout",
               .help = "Which two of the head's dimensions make pair i: neighbours 2i and 2i + 1, or i and i "
                       "+ d/2, one from each half."},
          Choice{.options = {{"interleaved", "interleaved"}, {"half_split", "half-split"}}});
    field(&Rope::content,
          Name{.id = "content",
               .label = "Content",
               .help = "What the query and the key hold: random numbers, the same random numbers, or ones."},
          Choice{.options = {{"random", "random"}, {"same", "the same, q = k"}, {"ones", "all ones"}}});
    field(&Rope::seed,
          Name{.id = "seed",
               .label = "Seed",
               .help = "What the content of all pairs but the highlighted one is drawn from."},
          SeedNumber{},
          Rules<Rope>{.applies = [](const Rope& rope) { return rope.content != RopeContent::ones; }});
    field(&Rope::query,
          Name{.id = "query",
               .label = "Query",
               .symbol = "q_i",
               .help = "The two numbers the query holds in the highlighted pair."},
          Plane{.reach = 10},
          Rules<Rope>{.applies = [](const Rope& rope) { return rope.content != RopeContent::ones; }});
    field(&Rope::key,
          Name{.id = "key",
               .label = "Key",
               .symbol = "k_i",
               .help = "The two numbers the key holds in the highlighted pair."},
          Plane{.reach = 10},
          Rules<Rope>{.applies = [](const Rope& rope) { return rope.content == RopeContent::random; }});

    field(&Rope::original_context,
          Name{.id = "original_context",
               .label = "Trained context",
               .symbol = "L",
               .help = "The longest sequence seen in training, before any scaling.",
               .group = "Long context"},
          Integer{.low = 1, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
    field(&Rope::context,
          Name{.id = "context",
               .label = "Context in use",
               .help = "The longest sequence the model is used for."},
          Integer{.low = 1, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
    field(&Rope::scaling,
          Name{.id = "scaling",
               .label = "Scaling",
               .help = "The rule that slows the rotations down for a longer context."},
          Choice{.options = {{"none", "none"},
                             {"linear", "linear (interpolation)"},
                             {"ntk", "NTK-aware"},
                             {"dynamic", "dynamic NTK"},
                             {"yarn_paper", "YaRN, as in the paper"},
                             {"yarn", "YaRN, as released"},
                             {"llama3", "Llama-3"},
                             {"longrope", "LongRoPE"}}});
    field(&Rope::factor,
          Name{.id = "factor",
               .label = "Factor",
               .symbol = "s",
               .help = "How many times longer the context becomes."},
          Real{.low = 1, .high = 1e4, .scale = Scale::log},
          Rules<Rope>{.applies = [](const Rope& rope) { return has_factor(rope.scaling); }});
    field(
        &Rope::length,
        Name{.id = "length",
             .label = "Present length",
             .symbol = "l",
             .help = "How long the sequence is at this moment; the rule changes beyond the trained context."},
        Integer{.low = 1, .high = 1e7, .scale = Scale::log, .unit = "tokens"},
        Rules<Rope>{.applies = [](const Rope& rope) { return has_length(rope.scaling); }});
    field(
        &Rope::beta_fast,
        Name{.id = "beta_fast",
             .label = "Kept from",
             .symbol = "\\beta",
             .help = "Pairs that make at least this many turns in the trained context keep their frequency."},
        Real{.low = 0.01, .high = 1000, .scale = Scale::log, .unit = "turns"},
        Rules<Rope>{.applies = yarn, .limits = [](const Rope& rope) {
                      return Limits{rope.beta_slow * 1.001, 1000};
                    }});
    field(&Rope::beta_slow,
          Name{.id = "beta_slow",
               .label = "Interpolated up to",
               .symbol = "\\alpha",
               .help = "Pairs that make at most this many turns in the trained context are slowed down by "
                       "the whole factor."},
          Real{.low = 0.001, .high = 100, .scale = Scale::log, .unit = "turns"},
          Rules<Rope>{.applies = yarn});
    field(&Rope::truncate,
          Name{.id = "truncate",
               .label = "Whole pairs",
               .help = "Round the ends of the ramp to whole pairs, as most models do."},
          Toggle{}, Rules<Rope>{.applies = released});
    field(&Rope::mscale,
          Name{.id = "mscale",
               .label = "mscale",
               .help = "Weight of ln s in the attention factor; 0 stands for none given."},
          Real{.low = 0, .high = 10}, Rules<Rope>{.applies = released});
    field(&Rope::mscale_all_dim,
          Name{.id = "mscale_all_dim",
               .label = "mscale_all_dim",
               .help = "As mscale, in the divisor of the attention factor; 0 stands for none given."},
          Real{.low = 0, .high = 10}, Rules<Rope>{.applies = released});
    field(&Rope::attention_factor,
          Name{.id = "given_attention_factor",
               .label = "Attention factor",
               .symbol = "a",
               .help = "What cosine and sine are multiplied by; 0 leaves it to the rule."},
          Real{.low = 0, .high = 10}, Rules<Rope>{.applies = [](const Rope& rope) {
            return is_yarn(rope.scaling) || rope.scaling == RotaryScaling::longrope;
          }});
    field(&Rope::low_frequency_factor,
          Name{.id = "low_frequency_factor",
               .label = "Low frequency factor",
               .help = "Pairs that make fewer turns than this in the trained context are slowed down by the "
                       "whole factor."},
          Real{.low = 0.01, .high = 100, .scale = Scale::log, .unit = "turns"},
          Rules<Rope>{.applies = llama3});
    field(&Rope::high_frequency_factor,
          Name{.id = "high_frequency_factor",
               .label = "High frequency factor",
               .help = "Pairs that make more turns than this in the trained context keep their frequency."},
          Real{.low = 0.011, .high = 1000, .scale = Scale::log, .unit = "turns"},
          Rules<Rope>{.applies = llama3, .limits = [](const Rope& rope) {
                        return Limits{rope.low_frequency_factor * 1.001, 1000};
                      }});
    field(&Rope::short_factors,
          Name{.id = "short_factors",
               .label = "Short factors",
               .help = "What each pair's frequency is divided by up to the trained context, a number a pair; "
                       "empty: 1."},
          Reals{.low = 1e-3, .high = 1e6, .most = 256}, Rules<Rope>{.applies = longrope});
    field(&Rope::long_factors,
          Name{.id = "long_factors",
               .label = "Long factors",
               .help = "What each pair's frequency is divided by beyond the trained context, a number a "
                       "pair; empty: 1."},
          Reals{.low = 1e-3, .high = 1e6, .most = 256}, Rules<Rope>{.applies = longrope});
  }
};

}  // namespace theta
