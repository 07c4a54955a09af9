// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/float_format_names.h"
#include "core/labs/rotary_parameters.h"
#include "core/model/describe.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace theta {

enum class DistanceScale { linear, log };

/// What the first panel draws against the distance.
enum class DecayCurve { decay_bound, decay_same, same_random, independent, peak };

/// What the query and the key hold.
enum class DecayContent { ones, same_random, independent, peak };

inline std::vector<OptionName> content_options() {
  return {{"ones", "all ones"},
          {"same_random", "the same, random"},
          {"independent", "independent, random"},
          {"peak", "peak at a distance"}};
}

/// How a logit learns of the distance. The rules of scaling stand in the order of `RotaryScaling`.
enum class PositionScheme {
  rope,
  linear,
  ntk,
  dynamic,
  yarn_paper,
  yarn,
  llama3,
  longrope,
  xpos,
  alibi,
  none
};

struct AttentionDecay {
  std::int64_t distance_limit = 2048;
  DistanceScale distance_scale = DistanceScale::linear;
  std::int64_t probe = 100;
  std::vector<DecayCurve> curves = {DecayCurve::decay_bound, DecayCurve::decay_same};
  DecayContent content = DecayContent::ones;
  std::int64_t peak_distance = 50;
  Seed seed = {7};
  std::vector<PositionScheme> schemes = {PositionScheme::rope, PositionScheme::xpos, PositionScheme::alibi,
                                         PositionScheme::none};
  int heads = 8, head = 8;
  double temperature = 1;
  FloatFormat precision = FloatFormat::float64;
  int head_dimension = 128, rotary_dimensions = 128;
  double base = 10'000;
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

  bool draws(DecayCurve curve) const { return std::ranges::find(curves, curve) != curves.end(); }
  bool draws(PositionScheme scheme) const { return std::ranges::find(schemes, scheme) != schemes.end(); }
  bool uses(RotaryScaling rule) const {
    return rule == scaling || (rule != RotaryScaling::none && draws(static_cast<PositionScheme>(rule)));
  }
  /// Few enough for each to have a point of its own.
  bool draws_every_distance() const { return distance_limit <= 4096; }
  bool peaks() const { return content == DecayContent::peak || draws(DecayCurve::peak); }
  bool is_random() const {
    return content != DecayContent::ones || peaks() || draws(DecayCurve::same_random) ||
           draws(DecayCurve::independent);
  }

  static void describe(auto&& field) {
    using P = AttentionDecay;
    const auto within = [](const P& p) { return Limits{0, 1.0 * static_cast<double>(p.distance_limit)}; };
    field(&P::distance_limit,
          Name{.id = "distance_limit",
               .label = "Distances up to",
               .help = "The largest distance between a query and a key that is drawn.",
               .group = "Distance"},
          Integer{.low = 10, .high = 1e7, .scale = Scale::log, .unit = "tokens"});
    field(&P::distance_scale,
          Name{.id = "distance_scale",
               .label = "Distance axis",
               .help = "Even steps, or even ratios from one token on."},
          Choice{.options = {{"linear", "linear"}, {"log", "logarithmic"}}});
    field(&P::probe,
          Name{.id = "probe",
               .label = "Distance",
               .symbol = "s",
               .help = "The distance whose exact values are read."},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"}, Rules<P>{.limits = within});

    field(
        &P::curves,
        Name{.id = "curves",
             .label = "Curves",
             .help =
                 "What the first panel draws, of rotated pairs alone: each has length 1, on average where it "
                 "is random, and no attention factor.",
             .group = "Content"},
        Choices{.options = {{"decay_bound", "bound $B(s)$"},
                            {"decay_same", "$q = k$ = ones, $C(s)$"},
                            {"same_random", "$q = k$ random"},
                            {"independent", "$q$, $k$ independent"},
                            {"peak", "peak at a distance"}}});
    field(&P::content,
          Name{.id = "content",
               .label = "Content",
               .help = "What the query and all keys hold in the panels of schemes and of attention."},
          Choice{.options = content_options()});
    field(&P::peak_distance,
          Name{.id = "peak_distance",
               .label = "Peak at",
               .symbol = "c",
               .help = "The key is the query turned ahead by so many tokens, so that they meet there."},
          Integer{.low = 0, .high = 1e7, .scale = Scale::log, .unit = "tokens"},
          Rules<P>{.applies = [](const P& p) { return p.peaks(); }, .limits = within});
    field(&P::seed, Name{.id = "seed", .label = "Seed", .help = "What random content is drawn from."},
          SeedNumber{}, Rules<P>{.applies = [](const P& p) { return p.is_random(); }});

    field(&P::schemes,
          Name{.id = "schemes",
               .label = "Schemes",
               .help = "The ways to tell a logit of the distance that are compared.",
               .group = "Schemes"},
          Choices{.options = {{"rope", "RoPE as set"},
                              {"linear", "linear (interpolation)"},
                              {"ntk", "NTK-aware"},
                              {"dynamic", "dynamic NTK"},
                              {"yarn_paper", "YaRN, as in the paper"},
                              {"yarn", "YaRN, as released"},
                              {"llama3", "Llama-3"},
                              {"longrope", "LongRoPE"},
                              {"xpos", "xPos"},
                              {"alibi", "ALiBi"},
                              {"none", "none"}}});
    const auto alibi = [](const P& p) { return p.draws(PositionScheme::alibi); };
    field(&P::heads,
          Name{.id = "heads",
               .label = "Heads",
               .symbol = "H",
               .help = "How many heads ALiBi spreads its slopes over."},
          Integer{.low = 1, .high = 128}, Rules<P>{.applies = alibi});
    field(&P::head,
          Name{.id = "head",
               .label = "Head",
               .symbol = "h",
               .help = "The head whose slope ALiBi takes, counted from 1, the steepest of the first ones."},
          Integer{.low = 1, .high = 128}, Rules<P>{.applies = alibi, .limits = [](const P& p) {
                                                     return Limits{1, 1.0 * p.heads};
                                                   }});
    field(&P::temperature,
          Name{.id = "temperature",
               .label = "Temperature",
               .symbol = "T",
               .help =
                   "Divides the logits before the softmax: low ones sharpen attention, high ones spread it."},
          Real{.low = 0.01, .high = 100, .scale = Scale::log});
    field(&P::precision,
          Name{.id = "precision",
               .label = "Angles kept in",
               .help = "The number format whose rounded angles are drawn over the exact curve $C(s)$; none "
                       "for float64."},
          Choice{.options = float_format_options()});

    describe_rotation<P>(field);
    describe_scaling<P>(field, "f");
  }
};

}  // namespace theta
