// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_presets.h"

#include "core/labs/attention_decay_parameters.h"

#include <utility>

namespace theta {

std::vector<Preset> attention_decay_presets() {
  using enum DecayCurve;
  using Content = DecayContent;
  using Scheme = PositionScheme;
  const auto preset = [](std::string id, Text name, Text look_for, const AttentionDecay& p) {
    return Preset{std::move(id), std::move(name), std::move(look_for), edits_to(p)};
  };
  return {
      preset("published_bound", "The published bound, 0 to 250",
             "The bound falls, but not evenly: of 250 steps almost half go up, and its least value stands at "
             "236. It says what a logit may be at most, not what it is.",
             {.distance_limit = 250, .probe = 236, .curves = {decay_bound}}),
      preset(
          "bound_is_loose", "Far tokens need not count less",
          "For independent content the logit scatters around 0 at every distance, within two standard "
          "deviations that do not shrink; compare it with its bound in the readings. Only the bound decays.",
          {.distance_limit = 1000,
           .curves = {decay_bound, independent},
           .content = Content::independent,
           .schemes = {Scheme::rope, Scheme::none}}),
      preset("peak_anywhere", "A peak wherever the content wants it",
             "Drag the ring on top: the key is the query turned ahead, so they meet at that distance and "
             "attention looks there, not at its neighbours.",
             {.distance_limit = 200,
              .probe = 50,
              .curves = {same_random, peak},
              .content = Content::peak,
              .schemes = {Scheme::rope, Scheme::alibi}}),
      preset(
          "large_base", "A larger base decays more slowly",
          "With base 500 000 bound and logit stay high far longer, and C turns negative only beyond 18 000 "
          "tokens. It is not free: the middle pairs turn more slowly too, and tell neighbours apart less "
          "well.",
          {.distance_limit = 32'768,
           .distance_scale = DistanceScale::log,
           .probe = 1000,
           .base = 500'000,
           .original_context = 8192,
           .context = 8192}),
      preset("base_for_context", "The base a context needs",
             "C stays positive for 4 096 tokens at base 26 960, yet many larger bases fail again: the "
             "bases that support a context have gaps, so all are tried. Drag the context up.",
             {.distance_limit = 8192, .probe = 4000, .base = 26'960}),
      preset("schemes", "Four ways to fade",
             "RoPE swings, xPos swings and fades, ALiBi falls in a straight line whatever the content, and "
             "without positions attention is spread evenly. Compare their entropies.",
             {.distance_limit = 2000, .distance_scale = DistanceScale::log, .probe = 250}),
      preset(
          "scalings", "Every rule for longer contexts",
          "Six rules beside the rotation as trained, for a context eight times as long: interpolation moves "
          "the whole curve to the right, the others keep its near part and stretch its far one. LongRoPE is "
          "not among them: its numbers are searched for, model by model.",
          {.distance_limit = 65'536,
           .distance_scale = DistanceScale::log,
           .probe = 1000,
           .schemes = {Scheme::rope, Scheme::linear, Scheme::ntk, Scheme::dynamic, Scheme::yarn_paper,
                       Scheme::yarn, Scheme::llama3},
           .context = 32'768,
           .length = 32'768}),
      preset("yarn_factor", "YaRN strengthens the logit as well",
             "Stretched sixteenfold, YaRN also multiplies cosine and sine by 1.28, so a logit by 1.63: RoPE "
             "starts so "
             "much above no position. Bound and C are sums of cosines and leave it out.",
             {.distance_limit = 4096,
              .distance_scale = DistanceScale::log,
              .schemes = {Scheme::rope, Scheme::linear, Scheme::none},
              .context = 65'536,
              .scaling = RotaryScaling::yarn,
              .factor = 16}),
      preset("sharp_attention", "What a low temperature does",
             "Logits divided by 0.2: attention to the nearest keys all but drives out the rest, and the "
             "entropy falls far below that of uniform attention.",
             {.distance_limit = 4000, .distance_scale = DistanceScale::log, .probe = 1, .temperature = 0.2}),
      preset(
          "ten_million", "Ten million tokens",
          "Every distance is looked at: the bands hold the range of each column and the lines its mean, so "
          "nothing hides between pixels. Beyond one turn of the slowest pair, at 54 410, C only swings "
          "around 0.",
          {.distance_limit = 10'000'000, .distance_scale = DistanceScale::log, .probe = 54'410}),
      preset(
          "partial_rotary", "Few pairs, much swing",
          "With 32 of 128 dimensions rotated the logit is carried by 16 pairs; the other 96 dimensions add "
          "the same at every distance and cancel in the softmax.",
          {.distance_limit = 1000, .rotary_dimensions = 32}),
      preset("bfloat16_angles", "Breaks: angles kept in bfloat16",
             "Eight bits cannot hold a position of 8 192 and its angle: the curve jumps at random from a few "
             "hundred tokens on, and single cosines are wrong by almost 2.",
             {.distance_limit = 8192,
              .distance_scale = DistanceScale::log,
              .probe = 8192,
              .curves = {decay_same},
              .precision = FloatFormat::bfloat16}),
      preset("tiny_base", "Breaks: a base of 100",
             "All pairs turn fast: C is negative after a few dozen tokens and comes back, so far "
             "tokens look near.",
             {.distance_limit = 1000, .base = 100}),
  };
}

}  // namespace theta
