// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_views.h"

#include <utility>

namespace theta {

std::vector<Preset> rope_presets() {
  const auto preset = [](std::string id, Text name, Text look_for, const Rope& rope) {
    return Preset{std::move(id), std::move(name), std::move(look_for), edits_to(rope)};
  };
  return {
      preset("slide_both", "Slide both tokens: the logit stays",
             "Move the shift: both arrows spin, their angle and the logit stay.", {.shift = 100}),
      preset("same_content", "The same content: highest at distance 0",
             "The logit is highest where the tokens meet, and falls and rises again with distance: it does "
             "not simply decay.",
             {.query_position = 40, .key_position = 5, .content = RopeContent::same}),
      preset("fast_and_slow", "Fast and slow clocks",
             "Click through the dials: pair 0 turns once in 6.28 tokens whatever the base, the last one "
             "hardly moves.",
             {.query_position = 200,
              .key_position = 150,
              .head_dimension = 128,
              .rotary_dimensions = 128,
              .pair = 0,
              .distance_span = 512}),
      preset("partial_rotary", "Partial rotary: a part without position",
             "Half of the head is not rotated: it adds the same to the logit at every distance.",
             {.head_dimension = 128, .rotary_dimensions = 32, .distance_span = 512}),
      preset("llama3", "Llama-3.1: slow pairs slowed eightfold",
             "Three stretches: fast pairs are kept, slow ones divided by 8, a few between are blended.",
             {.head_dimension = 128,
              .rotary_dimensions = 128,
              .base = 500'000,
              .pair = 32,
              .layout = RopeLayout::half_split,
              .original_context = 8192,
              .context = 131'072,
              .scaling = RotaryScaling::llama3}),
      preset("yarn", "YaRN: from 4 096 to 65 536 tokens",
             "Compare with the paper's ramp in Scaling: both agree at the ends and differ between. The logit "
             "is larger by the attention factor squared.",
             {.head_dimension = 128,
              .rotary_dimensions = 128,
              .pair = 32,
              .layout = RopeLayout::half_split,
              .context = 65'536,
              .scaling = RotaryScaling::yarn,
              .factor = 16}),
      preset("unseen_phases", "Beyond the trained context",
             "At position 100 000 the slow pairs stand at angles that training within 2 048 tokens never "
             "showed: the copper points never completed a turn.",
             {.query_position = 100'000,
              .key_position = 99'990,
              .pair = 28,
              .original_context = 2048,
              .context = 131'072}),
      preset("crowded", "Breaks: interpolation crowds neighbours",
             "Divided by 1 000, even the fastest pair turns by a thousandth of a radian a token: neighbours "
             "cannot be told apart, the logit is flat.",
             {.query_position = 40,
              .key_position = 5,
              .content = RopeContent::same,
              .context = 4'096'000,
              .scaling = RotaryScaling::linear,
              .factor = 1000}),
      preset("tiny_base", "Breaks: a base of 100 repeats itself",
             "With so small a base every pair turns fast: the logit comes back to a third of its start again "
             "and "
             "again, and far "
             "tokens look near.",
             {.query_position = 500,
              .key_position = 0,
              .base = 100,
              .content = RopeContent::same,
              .distance_span = 1024}),
      preset("table", "The table: 10 000 is the base, not an angle",
             "Row 0 repeats after 6.28 tokens whatever the base. Drag the ring upwards: every pair is slower "
             "than the one below it, the last ones keep their cosine at 1.",
             {.view = RopeView::table, .query_position = 40, .pair = 0}),
      preset(
          "base_is_not_free", "A larger base is not free",
          "With base 1 000 000 the middle pairs, which at 10 000 told near tokens apart, hardly move within "
          "512 tokens. Move the base back and watch the stripes climb.",
          {.view = RopeView::table, .positions_shown = 512, .query_position = 300, .base = 1e6, .pair = 12}),
      preset("fast_pairs", "Only high frequencies",
             "The eight fastest pairs tell near tokens apart, and beyond that swing about zero: they do not "
             "know far from farther. Drag the upper ring to let slower pairs in.",
             {.view = RopeView::pairs,
              .kept = KeptPairs::fast,
              .query_position = 20,
              .key_position = 5,
              .pair = 7,
              .content = RopeContent::same,
              .distance_span = 512}),
      preset("slow_pairs", "Only low frequencies",
             "Without the fast pairs the logit hardly changes with distance: what is left compares content. "
             "No token counts less for being far.",
             {.view = RopeView::pairs,
              .kept = KeptPairs::slow,
              .query_position = 20,
              .key_position = 5,
              .pair = 20,
              .content = RopeContent::same,
              .distance_span = 512}),
      preset("beat", "Two pairs beat against each other",
             "All others are switched off: the two clocks agree, cancel and agree again. Click a bar to "
             "switch its pair back on.",
             {.view = RopeView::pairs,
              .kept = KeptPairs::fast,
              .pairs_off = {0, 1, 2},
              .query_position = 20,
              .key_position = 5,
              .pair = 4,
              .content = RopeContent::ones,
              .distance_span = 256}),
      preset("unrotated_part", "Partial rotary: one bar that never moves",
             "Drag the distance: sixteen bars swing, each within its shade, while the part of the 96 "
             "dimensions that are not rotated stays. Click it away.",
             {.view = RopeView::pairs, .head_dimension = 128, .rotary_dimensions = 32, .distance_span = 512}),
      preset("frozen", "Rotated, not added",
             "Play the shift: arrows and clocks spin, the blue line does not move. With sinusoids added to "
             "the embedding the logit wanders. RoPE is added to nothing: it turns q and k in every layer, "
             "never v.",
             {.view = RopeView::slide, .shift = 30}),
      preset("frozen_far", "Frozen at ten million too",
             "Only the distance counts: after ten million tokens the last digits of the logit have not "
             "changed, while every clock stands at another hour.",
             {.view = RopeView::slide,
              .shift = 10'000'000,
              .head_dimension = 128,
              .rotary_dimensions = 128,
              .pair = 12}),
      preset("bfloat16", "Breaks: clocks at random hours",
             "At position 8 192 fast hands in bfloat16 are wrong, not noisy. Both tokens round to one "
             "position, so "
             "the logit is that of distance 0, and jumps where they do not; only float64 and float32 keep it "
             "still.",
             {.view = RopeView::precision, .shift = 8192, .head_dimension = 128, .rotary_dimensions = 128}),
      preset("float16", "Breaks: float16 ends at 65 504",
             "The error grows with the position until the format no longer holds the position at all: move "
             "the right ring across 65 504.",
             {.view = RopeView::precision, .precision = FloatFormat::float16, .shift = 60'000}),
      preset("float32", "float32 at a million tokens",
             "The angles of fast pairs are right to two digits only: tables are formed in float64 and "
             "rounded once, after the cosine.",
             {.view = RopeView::precision,
              .precision = FloatFormat::float32,
              .shift = 1'000'000,
              .head_dimension = 128,
              .rotary_dimensions = 128,
              .pair = 1}),
      preset(
          "no_probabilities", "Linear attention: weights below 0",
          "Rotation survives the kernel trick, but its weights are no probabilities: some are negative and "
          "their sum is not 1. Drag the query along and watch the sum swing.",
          {.view = RopeView::linear_attention,
           .query_position = 44,
           .key_position = 10,
           .head_dimension = 32,
           .rotary_dimensions = 32,
           .base = 100}),
      preset("far_from_keys", "Linear attention: far from all keys",
             "3 000 tokens on, softmax still shares out one whole. Of the linear weights half are negative, "
             "and their sum is about 0: hardly anything of the values is left.",
             {.view = RopeView::linear_attention, .query_position = 3000, .key_position = 5}),
      preset(
          "all_scalings", "All scalings side by side",
          "Linear is a level line, NTK-aware a straight one, YaRN and Llama-3 a step: fast pairs kept, slow "
          "ones divided. The two ramps of YaRN agree at the ends and differ between; drag L and they move.",
          {.view = RopeView::scalings,
           .head_dimension = 128,
           .rotary_dimensions = 128,
           .pair = 32,
           .context = 65'536,
           .scaling = RotaryScaling::yarn,
           .factor = 16,
           .length = 65'536}),
      preset(
          "dynamic_idle", "Dynamic NTK: its factor is not s",
          "Up to the trained context it changes nothing, whatever its factor. Play the present length: the "
          "line tilts further with every token.",
          {.view = RopeView::scalings,
           .head_dimension = 128,
           .rotary_dimensions = 128,
           .pair = 40,
           .context = 16'384,
           .scaling = RotaryScaling::dynamic,
           .factor = 2,
           .length = 4096}),
      preset(
          "two_layouts", "Two layouts are one model",
          "The lines are the permutation between them: even dimensions go to the first half, odd ones to the "
          "second. With it the dashed logit lies on the blue one at every distance.",
          {.view = RopeView::layout, .head_dimension = 32, .rotary_dimensions = 32}),
      preset("mixed_layouts", "Breaks: layouts mixed up",
             "Weights of one layout, code of the other: nothing fails, every length is right and so is the "
             "logit at distance 0, yet at any other distance it is garbage. Drag the ring.",
             {.view = RopeView::layout,
              .query_position = 30,
              .head_dimension = 128,
              .rotary_dimensions = 128,
              .layout = RopeLayout::half_split}),
  };
}

}  // namespace theta
