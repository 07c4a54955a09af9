// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_panels.h"

#include "core/labs/axis_limits.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace theta {
namespace {

using std::numbers::pi;

double length(Point p) { return std::hypot(p.x, p.y); }
double angle(Point p) { return std::atan2(p.y, p.x); }

/// The part of a turn that is left when whole turns are taken off, with the sign of the angle.
double within_a_turn(double radians) { return std::remainder(radians - pi, 2 * pi) + pi; }

/// Dials in rows of a grid that is about half as high again as it is wide is hard to read, so wider than
/// high.
int clock_columns(int pairs) { return std::max(1, static_cast<int>(std::ceil(std::sqrt(1.5 * pairs)))); }

/// The distances shown: from 0, or from as far below as above where the key stands ahead of the query; around
/// the present distance where that lies beyond the span.
Limits distances(const Rope& rope, double distance) {
  const double span = rope.distance_span;
  if (distance > span || distance < -span) return {distance - span / 2, distance + span / 2};
  return {distance < 0 ? -span : 0, span};
}

}  // namespace

Panel plane_panel(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const Point q = scene.query_pair(), k = scene.key_pair();
  const Point rotated_q = scene.rotated_query_pair(), rotated_k = scene.rotated_key_pair();
  const double longest = std::max({length(q), length(k), length(rotated_q), length(rotated_k), 0.1});
  const double reach = rounded_up(1.3 * longest);

  Arcs circles{.mark = {.id = "circles", .role = Role::muted}, .width = 1};
  for (const Point p : {q, k})
    circles.arcs.push_back({.centre = {}, .radius = length(p), .from = 0, .to = 2 * pi});

  const auto turn = [&](Point from, std::int64_t position, double radius, Text label) {
    const double turned = within_a_turn(static_cast<double>(position + rope.shift) * scene.frequency());
    return Arc{.centre = {},
               .radius = radius,
               .from = angle(from),
               .to = angle(from) + turned,
               .label = std::move(label)};
  };
  Arcs query_turn{.mark = {.id = "query_angle", .label = "$m\\theta_i$", .role = rope_query_role}};
  query_turn.arcs = {turn(q, rope.query_position, 0.30 * longest, "$m\\theta$")};
  Arcs key_turn{.mark = {.id = "key_angle", .label = "$n\\theta_i$", .role = rope_key_role}};
  key_turn.arcs = {turn(k, rope.key_position, 0.45 * longest, "$n\\theta$")};

  const double from = angle(rotated_k), between = std::remainder(angle(rotated_q) - from, 2 * pi);
  Arcs between_arc{.mark = {.id = "angle_between", .role = Role::ink}, .width = 1.5, .opacity = 0.08};
  between_arc.arcs = {{.centre = {},
                       .radius = 0.62 * longest,
                       .from = from,
                       .to = from + between,
                       .label = say("{}°", std::round(between * 1800 / pi) / 10)}};

  Arrows given_query{.mark = {.id = "query", .role = rope_query_role},
                     .arrows = {{{}, q, "$q$"}},
                     .dash = Dash::dashed,
                     .width = 1.2,
                     .heads = false};
  Arrows given_key{.mark = {.id = "key", .role = rope_key_role},
                   .arrows = {{{}, k, "$k$"}},
                   .dash = Dash::dashed,
                   .width = 1.2,
                   .heads = false};
  Arrows query{.mark = {.id = "rotated_query", .role = rope_query_role},
               .arrows = {{{}, rotated_q, "$R_m q$"}}};
  Arrows key{.mark = {.id = "rotated_key", .role = rope_key_role}, .arrows = {{{}, rotated_k, "$R_n k$"}}};

  Panel panel{.id = "plane", .title = say("Pair {} in the plane", rope.pair)};
  panel.x = {.label = "", .low = -reach, .high = reach};
  panel.y = panel.x;
  panel.frame = Frame::cross;
  panel.equal_aspect = true;
  panel.layers = {circles, between_arc, query_turn, key_turn, given_query, given_key, query, key};
  return panel;
}

Panel clocks_panel(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const int columns = clock_columns(scene.pairs), rows = (scene.pairs + columns - 1) / columns;
  constexpr double radius = 0.40;
  Arcs dials{.mark = {.id = "dials", .role = Role::muted}},
      chosen{.mark = {.id = "chosen", .role = Role::highlight}, .width = 2, .opacity = 0.12};
  Arrows query_hands{.mark = {.id = "query_hands", .label = "$m\\theta_i$", .role = rope_query_role},
                     .width = 1.6,
                     .heads = false};
  Arrows key_hands{.mark = {.id = "key_hands", .label = "$n\\theta_i$", .role = rope_key_role},
                   .width = 1.6,
                   .heads = false};
  Panel panel{.id = "clocks",
              .title = scene.pairs == 1 ? say("The only pair") : say("All {} pairs", scene.pairs),
              .hint = "click one"};
  for (int i = 0; i < scene.pairs; ++i) {
    const Point centre{static_cast<double>(i % columns), static_cast<double>(-(i / columns))};
    const double frequency = scene.scaled.inverse_frequency[i];
    const auto hand = [&](std::int64_t position, double reach) {
      const double turned = static_cast<double>(position + rope.shift) * frequency;
      return Arrow{.tail = centre,
                   .tip = {centre.x + reach * std::cos(turned), centre.y + reach * std::sin(turned)}};
    };
    (i == rope.pair ? chosen : dials)
        .arcs.push_back({.centre = centre, .radius = radius, .from = 0, .to = 2 * pi});
    query_hands.arrows.push_back(hand(rope.query_position, 0.85 * radius));
    key_hands.arrows.push_back(hand(rope.key_position, 0.6 * radius));
    panel.picks.push_back({.parameter = id_of(&Rope::pair),
                           .centre = centre,
                           .reach = 0.5,
                           .value = std::int64_t{i},
                           .label = say("Pair {}: a turn in {} tokens", i, 2 * pi / frequency)});
  }
  panel.x = {.low = -0.55, .high = columns - 0.45};
  panel.y = {.low = -rows + 0.45, .high = 0.55};
  panel.frame = Frame::none;
  panel.equal_aspect = true;
  panel.cell = {.row = 0, .column = 1};
  panel.layers = {dials, chosen, key_hands, query_hands};
  return panel;
}

Panel logit_panel(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const std::vector<std::complex<double>> products =
      pair_products(scene.query, scene.key, scene.pairs, rope.layout);
  const Eigen::Index rest = rope.head_dimension - rope.rotary_dimensions;  // carries no position
  const double constant = scene.query.tail(rest).dot(scene.key.tail(rest));
  const Limits shown = distances(rope, scene.distance);
  const double step = std::min(1.0, (shown.high - shown.low) / 512);
  const auto count = static_cast<std::size_t>(std::lround((shown.high - shown.low) / step)) + 1;
  const double strength = scene.attention() * scene.attention();

  Curve all{.mark = {.id = "logit", .label = "all pairs", .role = rope_query_role}, .width = 2};
  Curve one{.mark = {.id = "logit_pair", .label = say("pair {}", rope.pair), .role = rope_pair_role},
            .dash = Dash::dashed};
  all.y = relative_logits(products, scene.scaled.inverse_frequency, shown.low, step, count);
  one.y = relative_logits(std::span(products).subspan(static_cast<std::size_t>(rope.pair), 1),
                          scene.scaled.inverse_frequency.segment(rope.pair, 1), shown.low, step, count);
  for (std::size_t i = 0; i < count; ++i) {
    all.x.push_back(shown.low + static_cast<double>(i) * step);
    all.y[i] = strength * all.y[i] + constant;
    one.y[i] *= strength;
  }
  one.x = all.x;
  double low = 0, high = 0;
  for (const auto& values : {all.y, one.y}) {
    const auto [least, most] = std::ranges::minmax_element(values);
    low = std::min(low, *least);
    high = std::max(high, *most);
  }
  Panel panel{.id = "logit", .title = "Logit against distance", .hint = "drag the ring"};
  panel.x = {.label = "distance $m - n$ (tokens)", .low = shown.low, .high = shown.high, .whole = true};
  panel.y = {.label = "logit",
             .low = low < -0.02 * high ? -rounded_up(-low * 1.05) : 0,
             .high = rounded_up(std::max(high * 1.05, 1e-3))};
  panel.cell = {.row = 1, .column = 0};
  panel.layers = {Rule{.mark = {.id = "zero", .role = Role::muted},
                       .direction = Direction::horizontal,
                       .at = 0,
                       .dash = Dash::solid},
                  one, all, Rule{.mark = {.id = "distance", .role = rope_query_role}, .at = scene.distance}};
  return panel;
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
  panel.layers = {Span{.mark = {.id = "never_a_turn", .role = rope_key_role},
                       .direction = Direction::horizontal,
                       .low = panel.y.low,
                       .high = limit},
                  Rule{.mark = {.id = "trained_context", .role = rope_key_role},
                       .direction = Direction::horizontal,
                       .at = limit,
                       .note = say("below: no whole turn within {} tokens", rope.original_context)},
                  unscaled, scaled, never};
  if (rope.context != rope.original_context) {
    panel.layers.push_back(Rule{.mark = {.id = "context", .role = Role::muted},
                                .direction = Direction::horizontal,
                                .at = 2 * pi / static_cast<double>(rope.context),
                                .dash = Dash::dotted,
                                .note = say("context in use, {} tokens", rope.context)});
    panel.y.low = std::min(
        panel.y.low, std::pow(10, std::floor(std::log10(2 * pi / static_cast<double>(rope.context)) - 0.2)));
  }
  for (int i = 0; i < scene.pairs; ++i)
    panel.picks.push_back({.parameter = id_of(&Rope::pair),
                           .centre = {static_cast<double>(i), scene.scaled.inverse_frequency[i]},
                           .reach = 0.5,
                           .value = std::int64_t{i},
                           .label = say("Pair {}", i)});
  return panel;
}

}  // namespace theta
