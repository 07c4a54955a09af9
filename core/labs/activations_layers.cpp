// SPDX-License-Identifier: GPL-3.0-or-later
// What the units of each layer receive and put out, in one network, counted.
#include "core/labs/activations_shown.h"
#include "core/labs/axis_limits.h"
#include "core/math/gaussian.h"
#include "core/math/mean_field.h"
#include "core/math/nan.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace theta {
namespace {

constexpr double deviations_shown = 3.5, farthest_shown = 1e6;

/// Even bins of a stretch, and what share of some numbers falls into each.
struct Histogram {
  std::vector<double> centres = {}, shares = {};
  double width = 1;
};

Histogram histogram_of(const std::vector<double>& numbers, Limits range) {
  Histogram histogram{.width = (range.high - range.low) / received_bins};
  for (int bin = 0; bin < received_bins; ++bin)
    histogram.centres.push_back(range.low + (bin + 0.5) * histogram.width);
  histogram.shares.assign(received_bins, 0);
  for (const double number : numbers) {
    const double bin = std::floor((number - range.low) / histogram.width);
    if (!(bin >= 0 && bin <= received_bins)) continue;
    const auto index = std::min<std::size_t>(static_cast<std::size_t>(bin), received_bins - 1);
    histogram.shares[index] += 1.0 / static_cast<double>(numbers.size());
  }
  return histogram;
}

Trajectory path_of(const Activations& a, const Unit& unit) {
  return trajectory(unit, {a.weight_variance, a.bias_variance}, 1, a.depth);
}

/// Room for the widest of all layers.
double reach_of(const Trajectory& path) {
  const double widest = std::sqrt(std::ranges::max(path.variance));
  return rounded_up(std::clamp(deviations_shown * widest, 1e-6, farthest_shown));
}

Limits put_out_range(const Unit& unit, Limits received) {
  double low = 0, high = 0;
  for (int i = 0; i <= 400; ++i) {
    const double value = unit.at(received.low + (received.high - received.low) * i / 400).value;
    low = std::min(low, std::max(value, -farthest_shown));
    high = std::max(high, std::min(value, farthest_shown));
  }
  return rounded_outward(low, high, 1e-6);
}

/// The deviation of infinitely wide layers, on one side.
Curve deviation_curve(const Trajectory& path, double sign, Limits range) {
  Curve curve{.mark = {.id = sign < 0 ? "minus_two_deviations" : "two_deviations",
                       .label = sign < 0 ? "" : "$\\pm 2 \\sqrt{q}$, infinite width",
                       .role = Role::series_2},
              .width = 1.8};
  for (std::size_t l = 0; l < path.variance.size(); ++l) {
    const double y = 2 * std::sqrt(path.variance[l]);
    curve.x.push_back(static_cast<double>(l));
    curve.y.push_back(y <= range.high ? sign * y : NAN);
  }
  return curve;
}

Panel map_panel(const FiniteRun& run, const Trajectory& path, Limits range, int layer) {
  Map map{.mark = {.id = "received_by_layer", .label = "units a bin, part of the most"},
          .colours = ColourScale::share};
  const std::size_t layers = run.pre_activations.size();
  map.values.assign(layers * received_bins, 0);
  for (std::size_t l = 0; l < layers; ++l) {
    const Histogram histogram = histogram_of(run.pre_activations[l], range);
    const double fullest = std::max(std::ranges::max(histogram.shares), 1e-12);
    if (l == 0) map.y = histogram.centres;
    map.x.push_back(static_cast<double>(l));
    for (std::size_t bin = 0; bin < received_bins; ++bin)
      map.values[bin * layers + l] = histogram.shares[bin] / fullest;
  }
  Panel panel{.id = "received_by_layer",
              .title = "What each layer receives",
              .hint = "drag the ring",
              .cell = {.row = 0, .column = 0, .rows = 2}};
  panel.x = {.label = "layer", .low = -0.5, .high = static_cast<double>(layers) - 0.5, .whole = true};
  panel.y = {.label = "pre-activation $z$", .low = range.low, .high = range.high};
  panel.layers = {std::move(map), deviation_curve(path, 1, range), deviation_curve(path, -1, range),
                  Rule{.mark = {.id = "layer", .role = Role::ink}, .at = static_cast<double>(layer)}};
  return panel;
}

Panel histogram_panel(std::string id, Text title, Text label, const std::vector<double>& numbers,
                      Limits range, Cell cell) {
  Histogram histogram = histogram_of(numbers, range);
  Panel panel{.id = id, .title = std::move(title), .cell = cell};
  panel.x = {.label = std::move(label), .low = range.low, .high = range.high};
  panel.y = {.label = "share of the units",
             .low = 0,
             .high = std::min(1.0, rounded_up(1.1 * std::max(std::ranges::max(histogram.shares), 1e-3)))};
  panel.layers = {Bars{.mark = {.id = std::move(id), .label = "one network", .role = Role::series_1},
                       .x = std::move(histogram.centres),
                       .y = std::move(histogram.shares),
                       .width = histogram.width}};
  return panel;
}

/// The share an infinitely wide layer has in each bin: of a normal law.
Curve normal_shares(double variance, Limits range) {
  Curve curve{.mark = {.id = "received_law", .label = "infinite width", .role = Role::series_2}, .width = 2};
  const double half = (range.high - range.low) / received_bins / 2, deviation = std::sqrt(variance);
  for (int i = 0; i <= 240; ++i) {
    const double z = range.low + half + (range.high - range.low - 2 * half) * i / 240;
    const double share = deviation > 0 ? normal_distribution((z + half) / deviation) -
                                             normal_distribution((z - half) / deviation)
                                       : (std::abs(z) <= half ? 1 : 0);
    curve.x.push_back(z);
    curve.y.push_back(share);
  }
  return curve;
}

double mean_of(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum / static_cast<double>(numbers.size());
}

/// What can be written: after an explosion numbers end.
double finite_or_nan(double number) { return std::isfinite(number) ? number : nan; }

double deviation_of(const std::vector<double>& numbers) {
  const double mean = mean_of(numbers);
  double sum = 0;
  for (const double number : numbers) sum += (number - mean) * (number - mean);
  return std::sqrt(sum / static_cast<double>(numbers.size()));
}

}  // namespace

double received_reach(const Activations& activations) {
  return reach_of(path_of(activations, unit_of(highlighted_function(activations))));
}

Limits put_out_limits(const Activations& activations) {
  const Unit unit = unit_of(highlighted_function(activations));
  const double reach = reach_of(path_of(activations, unit));
  return put_out_range(unit, {-reach, reach});
}

Figure draw_layers(const Activations& a, const Pass& pass) {
  const Shown shown = highlighted_function(a);
  const Unit unit = unit_of(shown, pass);
  const Initialisation init{a.weight_variance, a.bias_variance};
  const Trajectory path = path_of(a, unit);
  const FiniteRun run = finite_run(unit, init, 1, a.depth, width_drawn(a, pass), a.seed.number, pass.stop);
  const auto layer = std::min(static_cast<std::size_t>(a.layer), run.pre_activations.size() - 1);
  const std::vector<double>& received = run.pre_activations[layer];
  std::vector<double> put_out;
  double flat = 0;
  for (const double z : received) {
    const ActivationValue value = unit.at(z);
    put_out.push_back(value.value);
    if (value.slope == 0) flat += 1.0 / static_cast<double>(received.size());
  }
  const double reach = reach_of(path);
  const Limits range{-reach, reach};
  const double deviation = finite_or_nan(deviation_of(put_out));

  Figure figure{.title = say("What {} of {} receive", counted(a.depth, "{} layer", "{} layers"), shown.name)};
  figure.formula = "activations-depth";
  figure.partial = is_first_of_deep(a, pass);
  Panel at_layer = histogram_panel("received", say("Received by layer {}", a.layer), "pre-activation $z$",
                                   received, range, {.row = 0, .column = 1});
  at_layer.layers.push_back(normal_shares(path.variance[layer], range));
  figure.panels = {map_panel(run, path, range, a.layer), std::move(at_layer),
                   histogram_panel("put_out", say("Put out by layer {}", a.layer), "$f(z)$", put_out,
                                   put_out_range(unit, range), {.row = 1, .column = 1})};
  figure.handles = {
      {.id = "layer",
       .panel = "received_by_layer",
       .label = "Layer",
       .at = {static_cast<double>(a.layer), 0},
       .role = Role::ink,
       .bindings = {{.parameter = id_of(&Activations::layer), .coordinate = Binding::Coordinate::x}}}};
  if (std::ranges::max(path.variance) > std::pow(farthest_shown / 2, 2))
    figure.remarks = {say("What is farther from 0 than {} is not drawn.", farthest_shown)};
  figure.readings = {
      {.id = "layer_variance",
       .label = say("variance $q$ of layer {}", a.layer),
       .value = path.variance[layer]},
      {.id = "layer_mean_square", .label = "in this network", .value = run.variance[layer]},
      {.id = "put_out_mean", .label = "mean put out", .value = finite_or_nan(mean_of(put_out))},
      {.id = "put_out_deviation", .label = "its deviation", .value = deviation},
      {.id = "share_without_slope", .label = "share without slope", .value = flat}};
  figure.worked = {say("$q = {}$ in layer {}, $q = {}$ in layer {}", path.variance[layer], a.layer,
                       path.variance.back(), a.depth)};
  figure.description =
      say("How the numbers that reach the {} units of each of {} of {} spread, with weight variance "
          "{} and "
          "bias variance {}. In layer {} their mean square is {}; what these units put out has deviation {}.",
          width_drawn(a, pass), counted(a.depth, "{} layer", "{} layers"), shown.name, a.weight_variance,
          a.bias_variance, a.layer, run.variance[layer], deviation);
  return figure;
}

}  // namespace theta
