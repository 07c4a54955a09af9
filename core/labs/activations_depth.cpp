// SPDX-License-Identifier: GPL-3.0-or-later
// What variance and gradient do through many layers, and the edge between their dying and their blowing up.
#include "core/labs/activations_shown.h"
#include "core/labs/axis_limits.h"
#include "core/math/correlation_map.h"
#include "core/math/mean_field.h"
#include "core/math/nan.h"
#include "core/math/phase_boundary.h"
#include "core/model/counted.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace theta {
namespace {

constexpr double least = 1e-12, most = 1e12;  // what the axes of layers show

/// Numbers by layer; what the axis cannot show is cut.
Curve by_layer(std::string id, Text label, Role role, const std::vector<double>& numbers) {
  Curve curve{.mark = {.id = std::move(id), .label = std::move(label), .role = role}, .width = 2};
  for (std::size_t l = 0; l < numbers.size(); ++l) {
    curve.x.push_back(static_cast<double>(l));
    curve.y.push_back(numbers[l] >= least && numbers[l] <= most ? numbers[l] : NAN);
  }
  return curve;
}

Points dots_by_layer(std::string id, Text label, Role role, const std::vector<double>& numbers) {
  Points points{.mark = {.id = std::move(id), .label = std::move(label), .role = role}, .size = 4};
  for (std::size_t l = 0; l < numbers.size(); ++l) {
    if (numbers[l] < least || numbers[l] > most) continue;
    points.x.push_back(static_cast<double>(l));
    points.y.push_back(numbers[l]);
  }
  return points;
}

Panel layers_panel(std::string id, Text title, Text label, Cell cell, Curve curve, Points dots, int depth) {
  double low = 0.5, high = 2;
  const auto include = [&](double number) {
    if (std::isnan(number)) return;
    low = std::min(low, number);
    high = std::max(high, number);
  };
  for (const double y : curve.y) include(y);
  for (const double y : dots.y) include(y);
  Panel panel{.id = std::move(id), .title = std::move(title), .cell = cell};
  panel.x = {.label = "layer", .low = 0, .high = static_cast<double>(depth), .whole = true};
  panel.y = {.label = std::move(label),
             .scale = AxisScale::log,
             .low = std::pow(10, std::floor(std::log10(low) - 0.01)),
             .high = std::pow(10, std::ceil(std::log10(high) + 0.01))};
  panel.layers = {Rule{.mark = {.id = "one", .role = Role::muted},
                       .direction = Direction::horizontal,
                       .at = 1,
                       .dash = Dash::solid},
                  std::move(curve), std::move(dots)};
  return panel;
}

/// The weight variances beyond which networks are chaotic, for bias variances up to some height.
std::vector<PhaseBoundary> boundaries(const MomentTable& table, const std::vector<double>& bias_variances) {
  std::vector<PhaseBoundary> found;
  for (const double bias_variance : bias_variances)
    found.push_back(phase_boundary(table, bias_variance).value_or(PhaseBoundary{nan}));
  return found;
}

/// From 0, where the edge of chaos is flat, in growing steps.
std::vector<double> bias_variances_up_to(double high) {
  constexpr int count = 61;
  std::vector<double> heights;
  for (int i = 0; i < count; ++i) heights.push_back(high * std::pow(i / (count - 1.0), 3));
  return heights;
}

Layer critical_point(double weight_variance) {
  return Points{.mark = {.id = "edge_of_chaos", .label = "critical", .role = Role::ink},
                .x = {weight_variance},
                .y = {0},
                .marker = Marker::diamond,
                .size = 9};
}

/// The edge of chaos, and dashed where what lies on it is none: the gradient's factor jumps, or nothing
/// settles.
void add_boundaries(Panel& panel, const MomentTable& table) {
  const std::vector<double> heights = bias_variances_up_to(panel.y.high);
  const std::vector<PhaseBoundary> found = boundaries(table, heights);
  Curve edge{.mark = {.id = "edge_of_chaos", .label = "edge of chaos", .role = Role::ink}, .width = 1.8};
  Curve other{.mark = {.id = "phase_boundary", .label = "variance explodes", .role = Role::ink},
              .dash = Dash::dashed,
              .width = 1.8};
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(found[i].weight_variance)) continue;
    const bool next_to_other =
        (i > 0 && !found[i - 1].is_edge) || (i + 1 < found.size() && !found[i + 1].is_edge);
    edge.x.push_back(found[i].weight_variance);
    edge.y.push_back(found[i].is_edge ? heights[i] : nan);
    other.x.push_back(found[i].weight_variance);
    other.y.push_back(!found[i].is_edge || next_to_other ? heights[i] : nan);
  }
  const auto drawn = [](const Curve& curve) {
    return std::ranges::count_if(curve.y, [](double y) { return !std::isnan(y); });
  };
  if (drawn(edge) == 1 && !std::isnan(edge.y.front()))
    panel.layers.push_back(critical_point(edge.x.front()));
  else if (drawn(edge) > 1)
    panel.layers.push_back(std::move(edge));
  if (drawn(other) > 1) panel.layers.push_back(std::move(other));
}

/// The names of the phases, left and right of where they meet at some height.
void name_phases(Panel& panel, const MomentTable& table) {
  const double y = panel.y.low + 0.85 * (panel.y.high - panel.y.low);
  const auto boundary = phase_boundary(table, y);
  for (const double part : {0.12, 0.88}) {
    const double x = panel.x.low + part * (panel.x.high - panel.x.low);
    if (boundary && std::abs(x - boundary->weight_variance) < 0.1 * (panel.x.high - panel.x.low)) continue;
    if (!boundary && part > 0.5) continue;
    panel.layers.push_back(
        Note{.mark = {.id = part < 0.5 ? "phase_left" : "phase_right", .role = Role::muted},
             .text = boundary && x > boundary->weight_variance ? "chaotic" : "ordered",
             .at = {x, y},
             .anchor = Anchor::centre});
  }
}

Panel phase_panel(const MomentTable& table, const Activations& a) {
  Panel panel{.id = "phase", .title = "Phases", .hint = "drag the ring", .cell = {.row = 0, .column = 1}};
  panel.x = {.label = "weight variance $\\sigma_w^2$",
             .low = 0,
             .high = std::max(4.0, rounded_up(1.2 * a.weight_variance + 1e-9))};
  panel.y = {.label = "bias variance $\\sigma_b^2$", .low = 0, .high = highest_bias_variance(a)};
  name_phases(panel, table);
  add_boundaries(panel, table);
  panel.layers.push_back(Points{.mark = {.id = "setting", .role = Role::series_1},
                                .x = {a.weight_variance},
                                .y = {a.bias_variance},
                                .size = 7});
  return panel;
}

Text phase_name(double factor, bool settles) {
  if (std::abs(factor - 1) < 1e-6) return "critical: the gradient keeps its size";
  if (factor < 1) return "ordered: the gradient vanishes, inputs merge";
  if (!settles) return "chaotic: the gradient explodes, the variance with it";
  return "chaotic: the gradient explodes, inputs part";
}

/// Layers over which what shrinks by a factor a layer falls to 1/e; none where it does not shrink.
double depth_scale(double factor) {
  constexpr double nearly = 1e-9;
  return factor > 0 && factor < 1 - nearly ? -1 / std::log(factor) : nan;
}

/// What two inputs of other correlations come to, layer by layer, at one variance.
Panel correlation_panel(const CorrelationMap* map, int depth) {
  Panel panel{.id = "correlation", .title = "Correlation of two inputs", .cell = {.row = 1, .column = 1}};
  panel.x = {.label = "layer", .low = 0, .high = static_cast<double>(depth), .whole = true};
  panel.y = {.label = "correlation $c$", .low = 0, .high = 1.2};
  if (!map) return panel;
  constexpr std::array starts = {0.95, 0.6, 0.1};
  for (std::size_t n = 0; n < starts.size(); ++n) {
    Curve curve{.mark = {.id = "correlation_" + std::to_string(n + 1), .role = series(n)}, .width = 2};
    double c = starts[n];
    for (int l = 0; l <= depth; ++l) {
      curve.x.push_back(l);
      curve.y.push_back(c);
      c = std::clamp(map->at(c), 0.0, 1.0);
    }
    curve.dash = series_dash(n);
    panel.layers.push_back(std::move(curve));
  }
  panel.layers.push_back(Rule{.mark = {.id = "correlation_limit", .role = Role::muted},
                              .direction = Direction::horizontal,
                              .at = map->limit(),
                              .dash = Dash::dotted,
                              .note = "where they end"});
  return panel;
}

}  // namespace

double highest_bias_variance(const Activations& a) {
  return std::max(0.5, rounded_up(1.2 * a.bias_variance + 1e-9));
}

Figure draw_depth(const Activations& a, const Pass& pass) {
  const Shown shown = highlighted_function(a);
  const Unit unit = unit_of(shown, pass);
  const Initialisation init{a.weight_variance, a.bias_variance};
  const Trajectory path = trajectory(unit, init, 1, a.depth);
  const bool quick = is_first_of_deep(a, pass);
  const FiniteRun run = finite_run(unit, init, 1, a.depth, width_drawn(a, pass), a.seed.number, pass.stop);
  const std::optional<double> settled = settled_variance(unit, init);
  const double factor = gradient_factor(unit, init, settled.value_or(path.variance.back()));
  const MomentTable table = moment_table(unit, quick ? 20 : 60);
  const bool stays = settled && *settled > 0;
  const double of_correlation = stays ? *settled : path.variance.back();
  const bool has_map = of_correlation >= least && of_correlation <= most;
  const auto map = has_map ? std::make_optional<CorrelationMap>(unit, init, of_correlation) : std::nullopt;

  Figure figure{.title = say("{} through {}", shown.name, counted(a.depth, "{} layer", "{} layers"))};
  figure.formula = "activations-depth";
  figure.partial = quick;
  figure.panels = {
      layers_panel("variance", "Variance of what enters each layer", "variance $q$", {.row = 0, .column = 0},
                   by_layer("variance", "infinite width", Role::series_1, path.variance),
                   dots_by_layer("variance_of_run", "one network", Role::series_2, run.variance), a.depth),
      layers_panel("gradient", "Squared gradient, relative to the last layer", "squared gradient",
                   {.row = 1, .column = 0},
                   by_layer("gradient", "infinite width", Role::series_1, path.gradient),
                   dots_by_layer("gradient_of_run", "one network", Role::series_2, run.gradient), a.depth),
      phase_panel(table, a), correlation_panel(map ? &*map : nullptr, a.depth)};
  figure.handles = {
      {.id = "setting",
       .panel = "phase",
       .label = "Weight and bias variance",
       .at = {a.weight_variance, a.bias_variance},
       .bindings = {
           {.parameter = id_of(&Activations::weight_variance), .coordinate = Binding::Coordinate::x},
           {.parameter = id_of(&Activations::bias_variance), .coordinate = Binding::Coordinate::y}}}};
  const bool past = path.variance.back() > most || path.gradient.front() > most ||
                    path.gradient.front() < least || path.variance.back() < least;
  if (past) figure.remarks.push_back(say("What is below {} or above {} is not drawn.", least, most));
  if (!settled && next_variance(unit, init, path.variance.back()) > path.variance.back())
    figure.remarks.push_back("The variance has no limit: it grows from layer to layer.");
  else if (!settled)
    figure.remarks.push_back("The variance falls ever more slowly: no limit was reached.");
  if (!map)
    figure.panels.back().remarks.push_back(
        "Correlations are not drawn: too little or too much variance is left.");
  else if (!stays)
    figure.panels.back().remarks.push_back(
        say("Correlations are those of inputs with the last layer's variance, {}.", of_correlation));
  figure.readings = {
      {.id = "settled_variance", .label = "settles at $q^*$", .value = settled.value_or(nan)},
      {.id = "gradient_factor", .label = "$\\chi_1$", .value = factor < most ? factor : nan},
      {.id = "critical_weight_variance",
       .label = "critical $\\sigma_w^2$",
       .value = phase_boundary(table, a.bias_variance, unit).value_or(PhaseBoundary{nan}).weight_variance},
      {.id = "correlation_limit", .label = "inputs end at $c^*$", .value = stays && map ? map->limit() : nan},
      {.id = "depth_scale",
       .label = "depth scale $\\xi_c$",
       .value = depth_scale(stays && map ? map->slope(map->limit()) : factor),
       .unit = "layers"},
      {.id = "variance_scale",
       .label = "$\\xi_q$",
       .value = settled ? depth_scale(variance_factor(unit, init, *settled)) : nan,
       .unit = "layers"},
      {.id = "last_variance",
       .label = say("variance after {}", counted(a.depth, "{} layer", "{} layers")),
       .value = path.variance.back()},
      {.id = "first_gradient", .label = "gradient at the first", .value = path.gradient.front()}};
  figure.worked = {say("$\\chi_1 = {}$: {}", std::min(factor, most), phase_name(factor, settled.has_value())),
                   say("$\\chi_1$ to the power of {}: {}", counted(a.depth, "{} layer", "{} layers"),
                       path.gradient.front())};
  figure.description =
      say("Variance and squared gradient of {} of {} with weight variance {} and bias variance {}, "
          "for infinite "
          "width and for one network of {} units a layer; {}.",
          counted(a.depth, "{} layer", "{} layers"), shown.name, a.weight_variance, a.bias_variance, a.width,
          phase_name(factor, settled.has_value()));
  return figure;
}

}  // namespace theta
