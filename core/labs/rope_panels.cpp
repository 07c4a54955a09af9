// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_panels.h"

#include "core/labs/axis_limits.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

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

std::vector<Handle> plane_handles(const RopeScene& scene) {
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
  return handles;
}

Pick pair_pick(int pair, Point centre, double reach, Text label) {
  static const std::string parameter = id_of(&Rope::pair);
  return {.parameter = parameter,
          .centre = centre,
          .reach = reach,
          .value = std::int64_t{pair},
          .label = std::move(label)};
}

Panel dials_panel(const RopeScene& scene, const std::vector<Hands>& hands) {
  const int columns = clock_columns(scene.pairs), rows = (scene.pairs + columns - 1) / columns;
  constexpr double radius = 0.40;
  Arcs dials{.mark = {.id = "dials", .role = Role::muted}},
      chosen{.mark = {.id = "chosen", .role = Role::highlight}, .width = 2, .opacity = 0.12};
  Panel panel{.id = "clocks",
              .title = scene.pairs == 1 ? say("The only pair") : say("All {} pairs", scene.pairs),
              .hint = "click one"};
  const auto centre_of = [&](int i) {
    return Point{static_cast<double>(i % columns), static_cast<double>(-(i / columns))};
  };
  for (int i = 0; i < scene.pairs; ++i) {
    (i == scene.rope.pair ? chosen : dials)
        .arcs.push_back({.centre = centre_of(i), .radius = radius, .from = 0, .to = 2 * pi});
    panel.picks.push_back(
        pair_pick(i, centre_of(i), 0.5,
                  say("Pair {}: a turn in {} tokens", i, 2 * pi / scene.scaled.inverse_frequency[i])));
  }
  panel.x = {.low = -1, .high = columns - 0.45};
  panel.y = {.low = -rows + 0.45, .high = 0.55};
  panel.frame = Frame::none;
  panel.equal_aspect = true;
  panel.layers = {dials, chosen};
  for (int row = 0; row < rows && rows > 1; ++row)
    panel.layers.push_back(Note{.mark = {.id = "row_" + std::to_string(row), .role = Role::muted},
                                .text = say("{}", row * columns),
                                .at = {-0.5, static_cast<double>(-row)},
                                .anchor = Anchor::left});
  for (const Hands& each : hands) {
    Arrows arrows{.mark = each.mark, .width = 1.6, .heads = false};
    for (int i = 0; i < scene.pairs; ++i) {
      const Point centre = centre_of(i);
      const double turned = each.angle(i), reach = each.length * radius;
      arrows.arrows.push_back(
          {.tail = centre,
           .tip = {centre.x + reach * std::cos(turned), centre.y + reach * std::sin(turned)}});
    }
    panel.layers.push_back(std::move(arrows));
  }
  return panel;
}

Panel clocks_panel(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const auto at = [&](std::int64_t position) {
    return [&scene, place = static_cast<double>(position + scene.rope.shift)](int i) {
      return place * scene.scaled.inverse_frequency[i];
    };
  };
  Panel panel =
      dials_panel(scene, {{.mark = {.id = "key_hands", .label = "$n\\theta_i$", .role = rope_key_role},
                           .length = 0.6,
                           .angle = at(rope.key_position)},
                          {.mark = {.id = "query_hands", .label = "$m\\theta_i$", .role = rope_query_role},
                           .length = 0.85,
                           .angle = at(rope.query_position)}});
  panel.cell = {.row = 0, .column = 1};
  return panel;
}

}  // namespace theta
