// SPDX-License-Identifier: GPL-3.0-or-later
// Logits over the distance, and frequencies over the pairs.
#include "core/labs/axis_limits.h"
#include "core/labs/rope_panels.h"
#include "core/labs/zero_rule.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

}  // namespace

std::vector<double> Steps::places() const {
  std::vector<double> all(count);
  for (std::size_t n = 0; n < count; ++n) all[n] = at(n);
  return all;
}

Steps steps_over(Limits shown) {
  const double step = std::min(1.0, (shown.high - shown.low) / 512);
  return {shown.low, step, static_cast<std::size_t>(std::lround((shown.high - shown.low) / step)) + 1};
}

Limits stretch_with(double at, double span) {
  if (at > span) return {at - span / 2, at + span / 2};
  return {0, span};
}

Limits shown_distances(const RopeScene& scene) {
  const double distance = scene.distance, span = scene.rope.distance_span;
  if (distance > span || distance < -span) return {distance - span / 2, distance + span / 2};
  return {distance < 0 ? -span : 0, span};
}

Steps distance_steps(const RopeScene& scene) {
  constexpr int few = 256;
  const Limits shown = shown_distances(scene);
  if (scene.partial) return {shown.low, (shown.high - shown.low) / few, few + 1};
  return steps_over(shown);
}

Curve logit_curve(const RopeScene& scene, Mark mark, const Steps& steps,
                  std::span<const std::complex<double>> products, int first, double constant) {
  Curve curve{.mark = std::move(mark), .x = steps.places()};
  curve.y = relative_logits(
      products, scene.scaled.inverse_frequency.segment(first, static_cast<Eigen::Index>(products.size())),
      steps.start, steps.step, steps.count);
  for (double& logit : curve.y) logit += constant;
  return curve;
}

Curve pair_curve(const RopeScene& scene, const Steps& steps) {
  const int pair = scene.rope.pair;
  Curve curve =
      logit_curve(scene, {.id = "logit_pair", .label = say("pair {}", pair), .role = rope_pair_role}, steps,
                  std::span(scene.products).subspan(static_cast<std::size_t>(pair), 1), pair, 0);
  curve.dash = Dash::dashed;
  return curve;
}

Axis logit_axis(const std::vector<const Curve*>& curves) {
  double low = 0, high = 0;
  for (const Curve* curve : curves) {
    const auto [least, most] = std::ranges::minmax_element(curve->y);
    low = std::min(low, *least);
    high = std::max(high, *most);
  }
  return {.label = "logit",
          .low = low < -0.02 * high ? -rounded_up(-low * 1.05) : 0,
          .high = rounded_up(std::max(high * 1.05, 1e-3))};
}

Panel distance_panel(const RopeScene& scene, const std::vector<Curve>& curves) {
  const Limits shown = shown_distances(scene);
  Panel panel{.id = "logit", .title = "Logit against distance", .hint = "drag the ring"};
  panel.x = {.label = "distance $m - n$ (tokens)", .low = shown.low, .high = shown.high, .whole = true};
  panel.layers.push_back(zero_rule());
  std::vector<const Curve*> all;
  for (const Curve& curve : curves) {
    all.push_back(&curve);
    panel.layers.push_back(curve);
  }
  panel.y = logit_axis(all);
  panel.layers.push_back(Rule{.mark = {.id = "distance", .role = rope_query_role}, .at = scene.distance});
  return panel;
}

Handle distance_handle(const RopeScene& scene, double logit) {
  return {.id = "distance",
          .panel = "logit",
          .label = "Distance $m - n$",
          .at = {scene.distance, logit},
          .role = rope_query_role,
          .bindings = {{.parameter = id_of(&Rope::query_position),
                        .coordinate = Binding::Coordinate::x,
                        .offset = static_cast<double>(scene.rope.key_position)}}};
}

Panel frequencies_panel(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const auto curve = [&](const Eigen::ArrayXd& frequencies, Mark mark) {
    Curve line{.mark = std::move(mark)};
    for (int i = 0; i < scene.pairs; ++i) {
      line.x.push_back(i);
      line.y.push_back(frequencies[i]);
    }
    return line;
  };
  const bool scales = rope.scaling != RotaryScaling::none;
  Curve scaled =
      curve(scene.scaled.inverse_frequency,
            {.id = "inverse_frequency", .label = scales ? "scaled" : "$\\theta_i$", .role = rope_query_role});
  scaled.width = 2;
  scaled.marker = scene.pairs <= 64 ? Marker::disc : Marker::none;
  Curve unscaled = curve(
      scene.unscaled,
      {.id = "inverse_frequency_unscaled", .label = scales ? "as trained" : "", .role = rope_unscaled_role});
  unscaled.dash = Dash::dashed;

  const double limit = 2 * pi / static_cast<double>(rope.original_context);
  Points never{.mark = {.id = "incomplete", .role = rope_key_role}, .size = 7};
  for (int i = 0; i < scene.pairs; ++i) {
    if (scene.scaled.inverse_frequency[i] < limit) {
      never.x.push_back(i);
      never.y.push_back(scene.scaled.inverse_frequency[i]);
    }
  }
  const double slowest =
      std::min({scene.scaled.inverse_frequency.minCoeff(), scene.unscaled.minCoeff(), limit});
  const double fastest =
      std::max({scene.scaled.inverse_frequency.maxCoeff(), scene.unscaled.maxCoeff(), limit});
  Panel panel{.id = "frequencies", .title = "Inverse frequency of each pair"};
  panel.x = {.label = "pair $i$", .low = -0.5, .high = scene.pairs - 0.5, .whole = true};
  panel.y = {.label = "$\\theta_i$ (radians per token)",
             .scale = AxisScale::log,
             .low = std::pow(10, std::floor(std::log10(slowest) - 0.2)),
             .high = std::pow(10, std::ceil(std::log10(fastest) + 0.01))};
  panel.cell = {.row = 1, .column = 1};
  panel.layers = {
      Span{.mark = {.id = "never_a_turn", .role = rope_key_role},
           .direction = Direction::horizontal,
           .low = panel.y.low,
           .high = limit,
           .note = say("no whole turn in {}", counted(rope.original_context, "{} token", "{} tokens"))},
      Rule{.mark = {.id = "trained_context", .role = rope_key_role},
           .direction = Direction::horizontal,
           .at = limit},
      unscaled, scaled, never};
  if (rope.context != rope.original_context) {
    panel.layers.push_back(
        Rule{.mark = {.id = "context", .role = Role::muted},
             .direction = Direction::horizontal,
             .at = 2 * pi / static_cast<double>(rope.context),
             .dash = Dash::dotted,
             .note = say("context in use, {}", counted(rope.context, "{} token", "{} tokens"))});
    panel.y.low = std::min(
        panel.y.low, std::pow(10, std::floor(std::log10(2 * pi / static_cast<double>(rope.context)) - 0.2)));
  }
  for (int i = 0; i < scene.pairs; ++i)
    panel.picks.push_back(
        pair_pick(i, {static_cast<double>(i), scene.scaled.inverse_frequency[i]}, 0.5, say("Pair {}", i)));
  return panel;
}

Points pair_point(const RopeScene& scene, double y) {
  return {.mark = {.id = "pair", .role = rope_pair_role},
          .x = {static_cast<double>(scene.rope.pair)},
          .y = {y},
          .marker = Marker::diamond,
          .size = 11};
}

std::vector<Reading> pair_readings(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const double wavelength = 2 * pi / scene.frequency();
  return {
      {.id = "theta",
       .label = say("$\\theta_{{}}$", rope.pair),
       .value = scene.frequency(),
       .unit = "rad/token"},
      {.id = "wavelength", .label = say("$\\lambda_{{}}$", rope.pair), .value = wavelength, .unit = "tokens"},
      {.id = "turns",
       .label = say("turns in {}", counted(rope.original_context, "{} token", "{} tokens")),
       .value = static_cast<double>(rope.original_context) / wavelength}};
}

}  // namespace theta
