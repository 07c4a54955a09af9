// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_panels.h"
#include "core/labs/rotary_import.h"
#include "core/model/lab.h"

#include <algorithm>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

std::vector<Handle> handles(const RopeScene& scene, double logit) {
  const Rope& rope = scene.rope;
  std::vector<Handle> handles;
  if (rope.content != RopeContent::ones)
    handles.push_back({.id = "query",
                       .panel = "plane",
                       .label = "Query $q$",
                       .at = rope.query,
                       .role = rope_query_role,
                       .bindings = {{.parameter = id_of(&Rope::query)}}});
  if (rope.content == RopeContent::random)
    handles.push_back({.id = "key",
                       .panel = "plane",
                       .label = "Key $k$",
                       .at = rope.key,
                       .role = rope_key_role,
                       .bindings = {{.parameter = id_of(&Rope::key)}}});
  handles.push_back({.id = "distance",
                     .panel = "logit",
                     .label = "Distance $m - n$",
                     .at = {scene.distance, logit},
                     .role = rope_query_role,
                     .bindings = {{.parameter = id_of(&Rope::query_position),
                                   .coordinate = Binding::Coordinate::x,
                                   .offset = static_cast<double>(rope.key_position)}}});
  return handles;
}

Figure draw_rope(const Rope& rope, const Pass&) {
  const RopeScene scene = rope_scene(rope);
  const double logit = at_position(scene, scene.query, rope.query_position)
                           .dot(at_position(scene, scene.key, rope.key_position));
  const double shifted = scene.rotated_query.dot(scene.rotated_key);
  const double wavelength = 2 * pi / scene.frequency();

  Figure figure{.title = "Rotary position embedding"};
  figure.panels = {plane_panel(scene), clocks_panel(scene), logit_panel(scene), frequencies_panel(scene)};
  figure.handles = handles(scene, logit);
  figure.readings = {
      {.id = "logit", .label = "logit", .value = logit},
      {.id = "logit_shifted", .label = say("both shifted by {}", rope.shift), .value = shifted},
      {.id = "norm_q", .label = "$\\Vert q\\Vert$ before", .value = scene.query.norm()},
      {.id = "norm_q_rotated", .label = "$\\Vert q\\Vert$ after", .value = scene.rotated_query.norm()},
      {.id = "theta",
       .label = say("$\\theta_{{}}$", rope.pair),
       .value = scene.frequency(),
       .unit = "rad/token"},
      {.id = "wavelength", .label = say("$\\lambda_{{}}$", rope.pair), .value = wavelength, .unit = "tokens"},
      {.id = "turns",
       .label = say("turns in {} tokens", rope.original_context),
       .value = static_cast<double>(rope.original_context) / wavelength},
      {.id = "attention_factor", .label = "attention factor", .value = scene.attention()},
  };
  figure.worked = {
      say("$m - n = {} - {} = {}$, logit {}", rope.query_position, rope.key_position,
          rope.query_position - rope.key_position, logit),
      say("$\\theta_{{}} = {}$, $(m - n)\\theta_{{}} = {}$ rad", rope.pair, scene.frequency(), rope.pair,
          scene.distance * scene.frequency()),
  };
  const auto never =
      (scene.scaled.inverse_frequency < 2 * pi / static_cast<double>(rope.original_context)).count();
  figure.description =
      say("A query at position {} and a key at position {} in a head with {} rotated dimensions and base {}: "
          "their logit is {}. {} of {} pairs never complete a turn within {} tokens.",
          rope.query_position, rope.key_position, rope.rotary_dimensions, rope.base, logit,
          static_cast<std::int64_t>(never), scene.pairs, rope.original_context);
  return figure;
}

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
             "With so small a base every pair turns fast: the logit comes back almost to its start, and far "
             "tokens look near.",
             {.query_position = 500,
              .key_position = 0,
              .base = 100,
              .content = RopeContent::same,
              .distance_span = 1024}),
  };
}
}  // namespace

Lab rope_lab() {
  Lab lab = make_lab<Rope>(
      {.id = "rope",
       .name = "Rotary embedding",
       .group = "Position",
       .summary = "Queries and keys are turned by an angle that grows with their position; the logit then "
                  "sees only their distance.",
       .source = "Su et al., RoFormer, 2021; pairs are counted from 0 and turn counter-clockwise."},
      draw_rope, rope_presets());
  lab.import_model = [](const std::filesystem::path& path) {
    return import_rotary<Rope>(path, [](Rope& rope, const RotaryConfig& layer) {
      rope.layout = layer.layout;
      rope.pair = std::min(rope.pair, std::max(0, rope.rotary_dimensions / 2 - 1));
    });
  };
  return lab;
}

}  // namespace theta
