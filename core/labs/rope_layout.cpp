// SPDX-License-Identifier: GPL-3.0-or-later
// Two layouts of one model: a permutation apart, and broken where they are mixed.
#include "core/labs/axis_limits.h"
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace theta {
namespace {

constexpr Role permuted_role = Role::series_5, mixed_role = Role::series_4;

RopeLayout other_layout(RopeLayout layout) {
  return layout == RopeLayout::interleaved ? RopeLayout::half_split : RopeLayout::interleaved;
}

Text name_of(RopeLayout layout) { return layout == RopeLayout::interleaved ? "interleaved" : "half-split"; }

/// Query and key as code for the other layout takes them.
struct LayoutLogit {
  const RopeScene& scene;
  Eigen::VectorXd query, key;  ///< as they are stored for it

  Eigen::VectorXd at(const Eigen::VectorXd& vector, std::int64_t position) const {
    return rotated(vector, static_cast<double>(position), scene.scaled.inverse_frequency,
                   other_layout(scene.rope.layout), scene.attention());
  }
  Eigen::VectorXd rotated_query() const { return at(query, scene.rope.query_position); }
  Eigen::VectorXd rotated_key() const { return at(key, scene.rope.key_position); }
  double value() const { return rotated_query().dot(rotated_key()); }
  Curve curve(Mark mark, const Steps& steps) const {
    auto products = pair_products(query, key, scene.pairs, other_layout(scene.rope.layout));
    for (auto& product : products) product *= scene.attention() * scene.attention();
    return logit_curve(scene, std::move(mark), steps, products, 0, scene.unrotated);
  }
};

/// Stored as the other layout wants it, or, mixed up, as they are.
LayoutLogit permuted(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const auto moved = [&](const Eigen::VectorXd& vector) {
    return in_layout(vector, rope.rotary_dimensions, rope.layout, other_layout(rope.layout));
  };
  return {scene, moved(scene.query), moved(scene.key)};
}
LayoutLogit mixed(const RopeScene& scene) { return {scene, scene.query, scene.key}; }

Panel permutation_panel(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  constexpr double reach = 0.04;
  const auto lines = [](Mark mark, double width) {
    return Arrows{.mark = std::move(mark), .width = width, .heads = false};
  };
  Arrows first = lines({.id = "first", .label = "first of a pair", .role = rope_query_role}, 1),
         second = lines({.id = "second", .label = "second", .role = rope_key_role}, 1),
         chosen = lines({.id = "pair", .label = say("pair {}", rope.pair), .role = rope_pair_role}, 3),
         rest = lines({.id = "unrotated", .role = Role::muted}, 1);
  Panel panel{.id = "permutation", .title = "Where a dimension goes", .hint = "click a pair"};
  const auto join = [](Arrows& arrows, int left, int right) {
    arrows.arrows.push_back({.tail = {0, static_cast<double>(left)}, .tip = {1, static_cast<double>(right)}});
  };
  for (int i = 0; i < scene.pairs; ++i) {
    const RopePair left = rope_pair(RopeLayout::interleaved, rope.rotary_dimensions, i),
                   right = rope_pair(RopeLayout::half_split, rope.rotary_dimensions, i);
    join(i == rope.pair ? chosen : first, left.first, right.first);
    join(i == rope.pair ? chosen : second, left.second, right.second);
    for (const Point end : {Point{0, 1.0 * left.first}, Point{0, 1.0 * left.second},
                            Point{1, 1.0 * right.first}, Point{1, 1.0 * right.second}})
      panel.picks.push_back(pair_pick(i, end, reach,
                                      say("Pair {}: dimensions {} and {}, or {} and {}", i, left.first,
                                          left.second, right.first, right.second)));
  }
  for (int j = rope.rotary_dimensions; j < rope.head_dimension; ++j) join(rest, j, j);
  panel.x = {.scale = AxisScale::category,
             .low = -0.5,
             .high = 1.5,
             .categories = {name_of(RopeLayout::interleaved), name_of(RopeLayout::half_split)}};
  panel.y = {.label = "dimension", .low = -1, .high = 1.0 * rope.head_dimension, .whole = true};
  for (const Arrows& arrows : {rest, first, second, chosen}) {
    if (!arrows.arrows.empty()) panel.layers.push_back(arrows);
  }
  panel.cell = {.row = 0, .column = 0, .rows = 2};
  return panel;
}

/// Lengths before rotation, after it, and after the wrong one.
Panel lengths_panel(const RopeScene& scene, const LayoutLogit& wrong) {
  const Eigen::VectorXd query = at_position(scene, scene.query, scene.rope.query_position),
                        key = at_position(scene, scene.key, scene.rope.key_position);
  Panel panel{.id = "lengths", .title = "Lengths do not tell"};
  panel.x = {.scale = AxisScale::category,
             .low = -0.5,
             .high = 5.5,
             .categories = {"$q$", "rotated", "mixed", "$k$", "rotated", "mixed"}};
  const auto bars = [](Mark mark, double first, double of_query, double of_key) {
    return Bars{.mark = std::move(mark), .x = {first, first + 3}, .y = {of_query, of_key}, .width = 0.6};
  };
  panel.layers = {bars({.id = "length", .role = Role::muted}, 0, scene.query.norm(), scene.key.norm()),
                  bars({.id = "length_rotated", .role = rope_query_role}, 1, query.norm(), key.norm()),
                  bars({.id = "length_mixed", .role = mixed_role}, 2, wrong.rotated_query().norm(),
                       wrong.rotated_key().norm())};
  panel.y = {.label = "length",
             .low = 0,
             .high = rounded_up(
                 1.1 * std::max({1e-3, query.norm(), key.norm(), scene.query.norm(), scene.key.norm()}))};
  panel.cell = {.row = 1, .column = 1};
  return panel;
}

double largest_difference(const Curve& left, const Curve& right) {
  double largest = 0;
  for (std::size_t n = 0; n < left.y.size(); ++n)
    largest = std::max(largest, std::abs(left.y[n] - right.y[n]));
  return largest;
}

}  // namespace

Figure draw_rope_layout(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const Text own = name_of(rope.layout), other = name_of(other_layout(rope.layout));
  const LayoutLogit right = permuted(scene), wrong = mixed(scene);
  const double logit = at_position(scene, scene.query, rope.query_position)
                           .dot(at_position(scene, scene.key, rope.key_position));
  const Steps steps = distance_steps(scene);
  Curve trained = logit_curve(scene, {.id = "logit", .label = own, .role = rope_query_role}, steps,
                              scene.products, 0, scene.unrotated);
  Curve moved = right.curve(
      {.id = "logit_permuted", .label = say("{}, permuted", other), .role = permuted_role}, steps);
  Curve broken =
      wrong.curve({.id = "logit_mixed", .label = say("{}, as it is", other), .role = mixed_role}, steps);
  trained.width = 4;  // so that the one on it does not hide it
  moved.dash = Dash::dashed;
  broken.dash = Dash::dashed;
  const double difference = largest_difference(trained, broken);
  Panel against_distance = distance_panel(scene, {broken, trained, moved});
  against_distance.cell = {.row = 0, .column = 1};

  Figure figure{.title = "Two layouts of one model"};
  figure.formula = "rope-layout";
  figure.panels = {permutation_panel(scene), std::move(against_distance), lengths_panel(scene, wrong)};
  figure.handles = {distance_handle(scene, logit)};
  figure.readings = {{.id = "logit", .label = own, .value = logit},
                     {.id = "logit_permuted", .label = say("{}, permuted", other), .value = right.value()},
                     {.id = "logit_mixed", .label = say("{}, as it is", other), .value = wrong.value()},
                     {.id = "largest_difference", .label = "mixed off by up to", .value = difference},
                     {.id = "norm_q", .label = "$\\Vert q\\Vert$", .value = scene.query.norm()},
                     {.id = "norm_q_rotated",
                      .label = "rotated",
                      .value = at_position(scene, scene.query, rope.query_position).norm()},
                     {.id = "norm_q_mixed", .label = "mixed", .value = wrong.rotated_query().norm()}};
  figure.worked = {say("pair {}: dimensions {} and {} of {}, {} and {} of {}", rope.pair, scene.place.first,
                       scene.place.second, own,
                       rope_pair(other_layout(rope.layout), rope.rotary_dimensions, rope.pair).first,
                       rope_pair(other_layout(rope.layout), rope.rotary_dimensions, rope.pair).second, other),
                   say("logit {}, permuted {}, mixed {}", logit, right.value(), wrong.value())};
  figure.description =
      say("Weights trained {}: with their dimensions permuted, code for the {} layout gives the same logit, "
          "{} at "
          "distance {}; without, it gives {}, though all lengths stay.",
          own, other, logit, scene.distance, wrong.value());
  return figure;
}

}  // namespace theta
