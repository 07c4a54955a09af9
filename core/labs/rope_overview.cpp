// SPDX-License-Identifier: GPL-3.0-or-later
// Rotation of one pair, clocks of all, the logit, and the frequencies.
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"
#include "core/model/counted.h"

#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

Panel logit_panel(const RopeScene& scene) {
  const Steps steps = distance_steps(scene);
  Curve all = logit_curve(scene, {.id = "logit", .label = "all pairs", .role = rope_query_role}, steps,
                          scene.products, 0, scene.unrotated);
  all.width = 2;
  Panel panel = distance_panel(scene, {pair_curve(scene, steps), std::move(all)});
  panel.cell = {.row = 1, .column = 0};
  return panel;
}

}  // namespace

Figure draw_rope_overview(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const double logit = at_position(scene, scene.query, rope.query_position)
                           .dot(at_position(scene, scene.key, rope.key_position));
  const double shifted = scene.rotated_query.dot(scene.rotated_key);

  Figure figure{.title = "Rotary position embedding"};
  figure.panels = {plane_panel(scene), clocks_panel(scene), logit_panel(scene), frequencies_panel(scene)};
  figure.handles = plane_handles(scene);
  figure.handles.push_back(distance_handle(scene, logit));
  figure.readings = {
      {.id = "logit", .label = "logit", .value = logit},
      {.id = "logit_shifted", .label = say("both shifted by {}", rope.shift), .value = shifted},
      {.id = "norm_q", .label = "$\\Vert q\\Vert$ before", .value = scene.query.norm()},
      {.id = "norm_q_rotated", .label = "$\\Vert q\\Vert$ after", .value = scene.rotated_query.norm()},
  };
  for (Reading& reading : pair_readings(scene)) figure.readings.push_back(std::move(reading));
  figure.readings.push_back(
      {.id = "attention_factor", .label = "attention factor", .value = scene.attention()});
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
          "their logit is {}. {} of {} never complete a turn within {}.",
          rope.query_position, rope.key_position, rope.rotary_dimensions, rope.base, logit,
          static_cast<std::int64_t>(never), counted(scene.pairs, "{} pair", "{} pairs"),
          counted(rope.original_context, "{} token", "{} tokens"));
  return figure;
}

}  // namespace theta
