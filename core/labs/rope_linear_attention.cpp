// SPDX-License-Identifier: GPL-3.0-or-later
// Linear attention with rotated features: weights that are no probabilities, beside softmax attention's.
#include "core/labs/axis_limits.h"
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"
#include "core/labs/zero_rule.h"
#include "core/math/linear_attention.h"
#include "core/math/nan.h"
#include "core/math/random.h"
#include "core/math/softmax.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace theta {
namespace {

constexpr Role linear_role = rope_query_role, softmax_role = Role::series_6, plain_role = Role::series_4;

/// A key a column; those of fewer or wider keys are the first ones of more or narrower.
Eigen::MatrixXd keys_of(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  Eigen::MatrixXd keys(rope.head_dimension, rope.keys);
  for (int n = 0; n < rope.keys; ++n) {
    if (rope.content != RopeContent::random) {
      keys.col(n) = scene.query;
      continue;
    }
    Random random(rope.seed.number, (std::uint64_t{1} << 32) + static_cast<std::uint64_t>(n));
    for (double& number : keys.col(n)) number = random.normal();
  }
  return keys;
}

std::vector<double> softmax_weights(const RopeScene& scene, const Eigen::MatrixXd& keys) {
  const Eigen::VectorXd query = at_position(scene, scene.query, scene.rope.query_position);
  std::vector<double> logits;
  for (int n = 0; n < scene.rope.keys; ++n)
    logits.push_back(query.dot(at_position(scene, keys.col(n), n)) / std::sqrt(scene.rope.head_dimension));
  return softmax(logits);
}

struct AttentionView {
  const RopeScene& scene;
  LinearAttention linear;
  std::vector<double> softmax;

  bool has_key() const { return scene.rope.key_position < scene.rope.keys; }
  double of_key(const auto& weights) const {
    return has_key() ? weights[static_cast<std::size_t>(scene.rope.key_position)] : nan;
  }
};

Panel weights_panel(const AttentionView& view) {
  const Rope& rope = view.scene.rope;
  constexpr double beside = 0.2, width = 0.36;
  Bars softmax{.mark = {.id = "softmax", .label = "softmax", .role = softmax_role}, .width = width},
      positive{.mark = {.id = "linear", .label = "linear", .role = linear_role}, .width = width},
      negative{.mark = {.id = "linear_negative", .label = "linear, below 0", .role = Role::negative},
               .width = width};
  Curve plain{.mark = {.id = "linear_unrotated", .label = "linear, not rotated", .role = plain_role},
              .dash = Dash::dashed,
              .width = 1.2};
  Panel panel{.id = "weights", .title = "Weight of each key", .hint = "click a key"};
  const std::string parameter = id_of(&Rope::key_position);
  for (int n = 0; n < rope.keys; ++n) {
    const auto place = static_cast<std::size_t>(n);
    const double weight = view.linear.rotated[n];
    Bars& bars = weight < 0 ? negative : positive;
    bars.x.push_back(n + beside);
    bars.y.push_back(weight);
    softmax.x.push_back(n - beside);
    softmax.y.push_back(view.softmax[place]);
    plain.x.push_back(n);
    plain.y.push_back(view.linear.plain[n]);
    panel.picks.push_back({.parameter = parameter,
                           .centre = {static_cast<double>(n), 0},
                           .reach = 0.5,
                           .value = std::int64_t{n},
                           .label = say("Key {}: softmax {}, linear {}", n, view.softmax[place], weight)});
  }
  const double least = std::min(0.0, view.linear.rotated.minCoeff());
  const double most = std::max({view.linear.rotated.maxCoeff(), view.linear.plain.maxCoeff(),
                                *std::ranges::max_element(view.softmax)});
  const Limits limits = rounded_outward(least, most, 1e-6);
  panel.x = {
      .label = "position of the key $n$ (tokens)", .low = -0.5, .high = rope.keys - 0.5, .whole = true};
  panel.y = {.label = "weight", .low = limits.low, .high = limits.high};
  panel.layers = {zero_rule(), softmax};
  for (const Bars& bars : {positive, negative}) {
    if (!bars.x.empty()) panel.layers.push_back(bars);
  }
  panel.layers.push_back(plain);
  const auto mark = [&](const char* id, std::int64_t position, Role role, Text note) {
    if (position < rope.keys)
      panel.layers.push_back(Rule{.mark = {.id = id, .role = role},
                                  .at = static_cast<double>(position),
                                  .dash = Dash::dotted,
                                  .note = std::move(note)});
  };
  mark("key_position", rope.key_position, rope_key_role, "$n$");
  mark("query_position", rope.query_position, rope_query_role, "$m$");
  panel.cell = {.row = 0, .column = 0};
  return panel;
}

/// The sum of all weights as the query moves, from the one state that holds all keys.
Curve total_curve(const AttentionView& view, const Steps& steps) {
  const RopeScene& scene = view.scene;
  const Eigen::VectorXd features = elu_plus_one(scene.query);
  auto products = pair_products(features, view.linear.state, scene.pairs, scene.rope.layout);
  for (auto& product : products) product *= scene.attention();
  const Eigen::Index rest = scene.rope.head_dimension - scene.rope.rotary_dimensions;
  return logit_curve(scene, {.id = "sum_linear", .label = "linear", .role = linear_role}, steps, products, 0,
                     features.tail(rest).dot(view.linear.state.tail(rest)));
}

Panel total_panel(const AttentionView& view) {
  const auto position = static_cast<double>(view.scene.rope.query_position);
  const Limits shown = stretch_with(position, std::max(64, 2 * view.scene.rope.keys));
  Curve total = total_curve(view, steps_over(shown));
  total.width = 2;
  const auto [least, most] = std::ranges::minmax(total.y);
  const Limits limits = rounded_outward(std::min(0.0, least), std::max(1.0, most), 1e-3);
  Panel panel{.id = "total", .title = "Sum of all weights as the query moves", .hint = "drag the ring"};
  panel.x = {
      .label = "position of the query $m$ (tokens)", .low = shown.low, .high = shown.high, .whole = true};
  panel.y = {.label = "sum of the weights", .low = limits.low, .high = limits.high};
  panel.layers = {zero_rule(),
                  Curve{.mark = {.id = "sum_softmax", .label = "softmax", .role = softmax_role},
                        .x = {shown.low, shown.high},
                        .y = {1, 1},
                        .dash = Dash::dashed},
                  total, Rule{.mark = {.id = "query_position", .role = rope_query_role}, .at = position}};
  panel.cell = {.row = 1, .column = 0};
  return panel;
}

}  // namespace

Figure draw_rope_linear_attention(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const Eigen::MatrixXd keys = keys_of(scene);
  const auto position = static_cast<double>(rope.query_position);
  const AttentionView view{
      .scene = scene,
      .linear = linear_attention(scene.query, keys, position,
                                 {scene.scaled.inverse_frequency, rope.layout, scene.attention()}),
      .softmax = softmax_weights(scene, keys)};
  const double sum = view.linear.rotated.sum(), below = view.linear.rotated.cwiseMin(0).sum();
  const auto negative = static_cast<double>((view.linear.rotated.array() < 0).count());

  Figure figure{.title = "Linear attention with rotated features"};
  figure.formula = "rope-linear-attention";
  figure.panels = {weights_panel(view), total_panel(view)};
  figure.handles = {
      {.id = "query_position",
       .panel = "total",
       .label = "Position of the query $m$",
       .at = {position, sum},
       .role = rope_query_role,
       .bindings = {{.parameter = id_of(&Rope::query_position), .coordinate = Binding::Coordinate::x}}}};
  figure.readings = {{.id = "sum_softmax",
                      .label = "softmax weights sum to",
                      .value = std::accumulate(view.softmax.begin(), view.softmax.end(), 0.0)},
                     {.id = "sum_linear", .label = "linear ones to", .value = sum},
                     {.id = "negative", .label = say("below 0, of {}", rope.keys), .value = negative},
                     {.id = "sum_negative", .label = "these sum to", .value = below},
                     {.id = "weight_softmax",
                      .label = say("softmax, key {}", rope.key_position),
                      .value = view.of_key(view.softmax)},
                     {.id = "weight_linear",
                      .label = say("linear, key {}", rope.key_position),
                      .value = view.of_key(view.linear.rotated)},
                     {.id = "weight_unrotated",
                      .label = say("not rotated, key {}", rope.key_position),
                      .value = view.of_key(view.linear.plain)}};
  figure.worked = {say("$\\Sigma w = {}$ with {} of {} weights below 0, which sum to {}", sum, negative,
                       rope.keys, below)};
  figure.description =
      say("Weights of a query at position {} on {} keys. Softmax's are positive and sum to 1. Linear "
          "attention's, rotated in the numerator only, sum to {}, and {} of them are negative: they are no "
          "probabilities.",
          rope.query_position, rope.keys, sum, negative);
  return figure;
}

}  // namespace theta
