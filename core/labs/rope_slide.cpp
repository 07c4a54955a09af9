// SPDX-License-Identifier: GPL-3.0-or-later
// Both tokens moved together: the picture turns and the logit stays, unlike with an encoding that is added.
#include "core/labs/axis_limits.h"
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"
#include "core/math/sinusoidal_encoding.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace theta {
namespace {

constexpr Role added_role = Role::series_4;

/// The logit of both tokens turned to their places, not of their distance: that it is flat is to be seen.
Curve rotated_curve(const RopeScene& scene, Limits shown) {
  constexpr int steps = 128;
  const auto at = [&](const Eigen::VectorXd& vector, double position) {
    return rotated(vector, position, scene.scaled.inverse_frequency, scene.rope.layout, scene.attention());
  };
  Curve curve{.mark = {.id = "logit_rotated", .label = "rotated", .role = rope_query_role}, .width = 2};
  for (int n = 0; n <= steps; ++n) {
    const double shift = shown.low + n * (shown.high - shown.low) / steps;
    curve.x.push_back(shift);
    curve.y.push_back(at(scene.query, static_cast<double>(scene.rope.query_position) + shift)
                          .dot(at(scene.key, static_cast<double>(scene.rope.key_position) + shift)));
  }
  return curve;
}

std::vector<double> added(const RopeScene& scene, const Steps& steps) {
  return added_logits(scene.query, scene.key, static_cast<double>(scene.rope.query_position),
                      static_cast<double>(scene.rope.key_position), scene.rope.base, steps.start, steps.step,
                      steps.count);
}

Curve added_curve(const RopeScene& scene, Limits shown) {
  const Steps steps = steps_over(shown);
  return {.mark = {.id = "logit_added", .label = "sinusoids added", .role = added_role},
          .x = steps.places(),
          .y = added(scene, steps),
          .dash = Dash::dashed};
}

double spread(const Curve& curve) {
  const auto [least, most] = std::ranges::minmax_element(curve.y);
  return *most - *least;
}

Panel shift_panel(const RopeScene& scene, Limits shown, const Curve& turned, const Curve& summed) {
  const auto [least, most] = std::ranges::minmax(summed.y);
  const Limits limits =
      rounded_outward(std::min(least, turned.y.front()), std::max(most, turned.y.front()), 1);
  Panel panel{.id = "shift", .title = "Logit while both tokens move", .hint = "drag the ring"};
  panel.x = {
      .label = "shift of both tokens $c$ (tokens)", .low = shown.low, .high = shown.high, .whole = true};
  panel.y = {.label = "logit", .low = limits.low, .high = limits.high};
  panel.layers = {summed, turned,
                  Rule{.mark = {.id = "present_shift", .role = rope_query_role},
                       .at = static_cast<double>(scene.rope.shift)}};
  panel.cell = {.row = 1, .column = 0, .columns = 2};
  return panel;
}

}  // namespace

Figure draw_rope_slide(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const auto shift = static_cast<double>(rope.shift);
  const Limits shown = stretch_with(shift, rope.distance_span);
  const Curve turned = rotated_curve(scene, shown), summed = added_curve(scene, shown);
  const double still = at_position(scene, scene.query, rope.query_position)
                           .dot(at_position(scene, scene.key, rope.key_position));
  const double logit = scene.rotated_query.dot(scene.rotated_key);
  const double with_sum = added(scene, {shift, 1, 1})[0], without = added(scene, {0, 1, 1})[0];

  Figure figure{.title = "Both tokens moved together"};
  figure.formula = "rope-slide";
  figure.panels = {plane_panel(scene), clocks_panel(scene), shift_panel(scene, shown, turned, summed)};
  figure.handles = plane_handles(scene);
  figure.handles.push_back(
      {.id = "shift",
       .panel = "shift",
       .label = "Shift $c$",
       .at = {shift, logit},
       .role = rope_query_role,
       .bindings = {{.parameter = id_of(&Rope::shift), .coordinate = Binding::Coordinate::x}}});
  figure.readings = {
      {.id = "logit", .label = "rotated, $c = 0$", .value = still},
      {.id = "logit_shifted", .label = say("rotated, $c = {}$", rope.shift), .value = logit},
      {.id = "spread", .label = "its spread", .value = spread(turned), .significant = 3},
      {.id = "added", .label = "added, $c = 0$", .value = without},
      {.id = "added_shifted", .label = say("added, $c = {}$", rope.shift), .value = with_sum},
      {.id = "spread_added", .label = "its spread", .value = spread(summed)},
      {.id = "norm_q", .label = "$\\Vert q\\Vert$ before", .value = scene.query.norm()},
      {.id = "norm_q_rotated", .label = "$\\Vert q\\Vert$ after", .value = scene.rotated_query.norm()}};
  figure.worked = {say("rotated: ${}$ at $c = 0$, ${}$ at $c = {}$", still, logit, rope.shift),
                   say("added: ${}$ at $c = 0$, ${}$ at $c = {}$", without, with_sum, rope.shift)};
  figure.description =
      say("Query and key moved together by {}. Rotated, their logit stays at {}; with sinusoids added to "
          "both it goes from {} to {}, and by {} within the shifts shown.",
          counted(rope.shift, "{} token", "{} tokens"), logit, without, with_sum, spread(summed));
  return figure;
}

}  // namespace theta
