// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"
#include "core/labs/gumbel_softmax_panels.h"
#include "core/math/concrete.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

/// The means of samples at a few temperatures, over the same first draws at each.
struct SampledMeans {
  std::vector<double> temperatures;
  std::vector<ConcreteBatch> batches;
};

SampledMeans sampled_means(const GumbelScene& scene, const Pass& pass) {
  const std::int64_t most = pass.quick ? 400 : GumbelTally::kept;
  const auto count = std::min(scene.tally.count, most);
  SampledMeans means{.temperatures = log_spaced(0.02, 10, 9), .batches = {}};
  for (const double temperature : means.temperatures)
    means.batches.push_back(concrete_batch(scene.tally.perturbed.topRows(count), temperature));
  return means;
}

Points sample_points(std::string id, Text label, Role role, const std::vector<double>& x) {
  return {.mark = {.id = std::move(id), .label = std::move(label), .role = role}, .x = x, .size = 5};
}

}  // namespace

Axis temperature_axis() {
  return {.label = "temperature $\\tau$", .scale = AxisScale::log, .low = 0.01, .high = 20};
}

Panel sharpness_panel(const GumbelScene& scene, const Pass& pass) {
  Curve maximum{.mark = {.id = "expected_maximum", .label = "$E\\,max\\,y$", .role = gumbel_law_role},
                .x = scene.curves->temperatures,
                .width = 2};
  Curve entropy{
      .mark = {.id = "expected_entropy", .label = "$E$ entropy (nats)", .role = gumbel_entropy_role},
      .x = scene.curves->temperatures,
      .width = 2};
  for (const ConcreteExpectation& each : scene.curves->at) {
    maximum.y.push_back(each.maximum);
    entropy.y.push_back(each.entropy);
  }
  const SampledMeans sampled = sampled_means(scene, pass);
  Points maxima = sample_points("sampled_maximum", "of samples", gumbel_law_role, sampled.temperatures);
  Points entropies = sample_points("sampled_entropy", {}, gumbel_entropy_role, sampled.temperatures);
  for (const ConcreteBatch& batch : sampled.batches) {
    maxima.y.push_back(batch.maximum.mean());
    entropies.y.push_back(batch.entropy.mean());
  }
  const auto classes = static_cast<double>(scene.classes());
  Panel panel{.id = "sharpness", .title = "From one-hot to even", .hint = "drag the ring"};
  panel.x = temperature_axis();
  panel.y = {.label = "", .low = 0, .high = rounded_up(1.05 * std::max(1.0, std::log(classes)))};
  panel.layers = {Rule{.mark = {.id = "convex", .role = Role::muted},
                       .at = 1 / (classes - 1),
                       .dash = Dash::dotted,
                       .note = "$1/(K-1)$"},
                  maximum,
                  entropy,
                  maxima,
                  entropies,
                  Rule{.mark = {.id = "temperature", .role = gumbel_sample_role}, .at = scene.temperature}};
  return panel;
}

Panel means_panel(const GumbelScene& scene, const Pass& pass) {
  Panel panel{.id = "means", .title = "Mean share of each class", .hint = "dashed: $\\pi$, drag the ring"};
  panel.x = temperature_axis();
  double largest = 0;
  for (const double each : scene.probabilities) largest = std::max(largest, each);
  panel.y = {.label = "$E\\,y_k$", .low = 0, .high = rounded_up(1.08 * largest)};
  const SampledMeans sampled = sampled_means(scene, pass);
  for (std::size_t k = 0; k < scene.classes(); ++k) {
    const auto column = static_cast<Eigen::Index>(k);
    const std::string number = std::to_string(k + 1);
    panel.layers.push_back(Rule{.mark = {.id = "probability_" + number, .role = series(k)},
                                .direction = Direction::horizontal,
                                .at = scene.probabilities[k]});
    Curve mean{.mark = {.id = "expected_share_" + number, .label = say("class {}", k + 1), .role = series(k)},
               .x = scene.curves->temperatures,
               .dash = series_dash(k),
               .width = 2};
    for (const ConcreteExpectation& each : scene.curves->at) mean.y.push_back(each.mean[column]);
    Points points = sample_points("sampled_share_" + number, {}, series(k), sampled.temperatures);
    for (const ConcreteBatch& batch : sampled.batches) points.y.push_back(batch.y.col(column).mean());
    panel.layers.push_back(std::move(mean));
    panel.layers.push_back(std::move(points));
  }
  panel.layers.push_back(
      Rule{.mark = {.id = "temperature", .role = gumbel_sample_role}, .at = scene.temperature});
  return panel;
}

Panel mean_bars_panel(const GumbelScene& scene) {
  Panel panel{.id = "mean_bars", .title = say("$E\\,y$ is not $\\pi$ at $\\tau = {}$", scene.temperature)};
  panel.x = class_axis(scene);
  std::vector<double> left, right, mean;
  double largest = 0;
  for (std::size_t k = 0; k < scene.classes(); ++k) {
    left.push_back(static_cast<double>(k) - 0.2);
    right.push_back(static_cast<double>(k) + 0.2);
    mean.push_back(scene.expectation.mean[static_cast<Eigen::Index>(k)]);
    largest = std::max({largest, mean.back(), scene.probabilities[k]});
  }
  panel.y = {.label = "share", .low = 0, .high = rounded_up(1.1 * largest)};
  const std::vector<double> sampled(scene.tally.mean.begin(), scene.tally.mean.end());
  panel.layers = {Bars{.mark = {.id = "probability", .label = "$\\pi$", .role = gumbel_law_role},
                       .x = left,
                       .y = scene.probabilities,
                       .width = 0.36},
                  Bars{.mark = {.id = "expected_share", .label = "$E\\,y$", .role = gumbel_sample_role},
                       .x = right,
                       .y = mean,
                       .width = 0.36},
                  Points{.mark = {.id = "sampled_share", .label = "mean of samples", .role = Role::ink},
                         .x = right,
                         .y = sampled,
                         .marker = Marker::square,
                         .size = 6},
                  Points{.mark = {.id = "winner_frequency", .label = "won", .role = gumbel_winner_role},
                         .x = left,
                         .y = scene.tally.won,
                         .marker = Marker::diamond,
                         .size = 8}};
  return panel;
}

}  // namespace theta
