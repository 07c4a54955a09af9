// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"
#include "core/labs/axis_limits.h"
#include "core/math/features.h"
#include "core/math/nan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace theta {
namespace {

constexpr double saturation_limit = 0.01;  // of |f′|

/// Axis limits that hold the curves as far as `bound`.
Limits around(const std::vector<Curve>& curves, double least_height, double bound) {
  double low = 0, high = 0;
  for (const Curve& each : curves) {
    for (const double y : each.y) {
      if (std::isnan(y)) continue;
      low = std::min(low, std::max(y, -bound));
      high = std::max(high, std::min(y, bound));
    }
  }
  return rounded_outward(low, high, least_height);
}

Panel panel(std::string id, Text title, Text label, const Activations& a, const std::vector<Curve>& curves,
            double least_height, double bound) {
  Panel panel{.id = std::move(id), .title = std::move(title)};
  const Limits limits = around(curves, least_height, bound);
  panel.x = {.label = "$x$", .low = a.low, .high = a.high};
  panel.y = {.label = std::move(label), .low = limits.low, .high = limits.high};
  panel.layers.push_back(Rule{
      .mark = {.id = "zero", .role = Role::muted}, .direction = Direction::horizontal, .dash = Dash::solid});
  return panel;
}

/// How far a panel's axis reaches at most: what goes beyond leaves the plot.
double farthest(Order order, const Activations& a) {
  const double reach = std::max({std::abs(a.low), std::abs(a.high), 2.0});
  return order == Order::value ? 2 * reach : 20;
}

/// The highlighted on top.
std::vector<Curve> curves(const std::vector<Shown>& functions, Order order, const Activations& a) {
  std::vector<Curve> all;
  for (const Shown& shown : functions) {
    if (order != Order::curvature || shown.bends) all.push_back(curve_of(shown, order, a));
  }
  std::ranges::stable_partition(all, [](const Curve& each) { return each.width < 2; });
  return all;
}

/// The first x at which a curve is not within the panel's axis: beyond it, or without a value.
std::optional<double> leaves_at(const Curve& curve, const Axis& axis) {
  for (std::size_t i = 0; i < curve.x.size(); ++i) {
    const bool inside = curve.y[i] >= axis.low && curve.y[i] <= axis.high;  // false for NaN
    if (inside) continue;
    const bool jumps = std::isnan(curve.y[i]) && i + 1 < curve.x.size() && curve.x[i + 1] - curve.x[i] < 1e-9;
    if (!jumps) return curve.x[i];
  }
  return {};
}

void remark_what_leaves(Panel& panel, const std::vector<Curve>& curves) {
  for (const Curve& each : curves) {
    if (const auto x = leaves_at(each, panel.y))
      panel.remarks.push_back(say("{} leaves the plot at $x = {}$.", each.mark.label, *x));
  }
}

/// What is marked on the highlighted function.
struct Highlight {
  const Shown& shown;
  ActivationValue probe;
  Features features;
};

Highlight highlight(const std::vector<Shown>& functions, const Activations& a) {
  const Shown& shown = *std::ranges::find_if(functions, &Shown::highlighted);
  Highlight found{shown, shown.at(a.probe), {}};
  found.features = features(
      shown.value, [&](double x) { return shown.at(x).slope; }, a.low, a.high, saturation_limit);
  // A stretch where rounding alone makes f(x) equal x is none; true ones start at a kink or at the axis' end.
  std::erase_if(found.features.fixed_points, [&](Interval each) {
    const auto starts = [&](double x) { return std::abs(each.low - x) < 1e-6; };
    return each.low < each.high && !starts(a.low) &&
           std::ranges::none_of(shown.kinks, [&](const Kink& kink) { return starts(kink.x); });
  });
  return found;
}

void shade(Panel& panel, const Highlight& marked) {
  for (std::size_t i = 0; i < marked.features.saturated.size(); ++i) {
    const Interval each = marked.features.saturated[i];
    panel.layers.push_back(Span{.mark = {.id = "saturated_" + std::to_string(i), .role = Role::muted},
                                .low = each.low,
                                .high = each.high,
                                .note = "saturated"});
  }
  for (std::size_t i = 0; i < marked.features.dead.size(); ++i) {
    const Interval each = marked.features.dead[i];
    panel.layers.push_back(Span{.mark = {.id = "dead_" + std::to_string(i), .role = Role::negative},
                                .low = each.low,
                                .high = each.high,
                                .note = "no slope"});
  }
}

void mark_value(Panel& panel, const Highlight& marked, const Activations& a) {
  Points extrema{.mark = {.id = "extrema", .role = marked.shown.role}, .marker = Marker::triangle, .size = 8};
  for (const Extremum& each : marked.features.extrema) {
    if (!std::isfinite(each.y)) continue;
    extrema.x.push_back(each.x);
    extrema.y.push_back(each.y);
  }
  Points fixed{.mark = {.id = "fixed_points", .role = Role::ink}, .marker = Marker::diamond, .size = 8};
  for (const Interval& each : marked.features.fixed_points) {
    for (const double x : each.low == each.high ? std::vector{each.low} : std::vector{each.low, each.high}) {
      fixed.x.push_back(x);
      fixed.y.push_back(x);
    }
  }
  const double from = std::max(a.low, panel.y.low), to = std::min(a.high, panel.y.high);
  if (from < to)
    panel.layers.push_back(Curve{.mark = {.id = "identity", .label = "$y = x$", .role = Role::muted},
                                 .x = {from, to},
                                 .y = {from, to},
                                 .dash = Dash::dotted,
                                 .width = 1});
  if (std::isfinite(marked.probe.value) && std::isfinite(marked.probe.slope)) {
    const auto tangent = [&](double x) { return marked.probe.value + marked.probe.slope * (x - a.probe); };
    const double reach = (a.high - a.low) / 6;
    const std::vector<double> ends = {std::max(a.low, a.probe - reach), std::min(a.high, a.probe + reach)};
    panel.layers.push_back(Curve{.mark = {.id = "tangent", .role = Role::ink},
                                 .x = ends,
                                 .y = {tangent(ends[0]), tangent(ends[1])},
                                 .width = 1.2});
  }
  if (!extrema.x.empty()) panel.layers.push_back(std::move(extrema));
  if (!fixed.x.empty()) panel.layers.push_back(std::move(fixed));
}

/// Where the minimum of Swish stands for every sharpness: x = -(1 + W)/β and f = -W/β with W = W₀(1/e).
Curve path_of_the_minimum(const Activations& a, const Axis& y) {
  constexpr double lambert = 0.27846454276107380;
  constexpr double slope = lambert / (1 + lambert);
  const double from = std::max(a.low, y.low / slope), to = std::min(a.high, 0.0);
  return {.mark = {.id = "path_of_the_minimum", .label = "minima of Swish", .role = Role::muted},
          .x = {from, to},
          .y = {slope * from, slope * to},
          .dash = Dash::dashed,
          .width = 1.2};
}

void add(Panel& panel, const std::vector<Curve>& curves) {
  panel.layers.insert(panel.layers.end(), curves.begin(), curves.end());
}

Handle probe_handle(const std::string& panel, Text label, double x, double y, Role role) {
  return {.id = "probe_" + panel,
          .panel = panel,
          .label = std::move(label),
          .at = {x, y},
          .role = role,
          .bindings = {{.parameter = id_of(&Activations::probe), .coordinate = Binding::Coordinate::x}}};
}

std::vector<Reading> readings(const Highlight& marked, const Activations& a) {
  std::vector<Reading> readings = {
      {.id = "x", .label = "$x_0$", .value = a.probe},
      {.id = "value", .label = "value $f(x_0)$", .value = marked.probe.value},
      {.id = "slope", .label = "slope $f\\prime(x_0)$", .value = marked.probe.slope},
      {.id = "curvature", .label = "curvature $f\\prime\\prime(x_0)$", .value = marked.probe.curvature}};
  const auto lowest = std::ranges::min_element(marked.features.extrema, {}, [](const Extremum& each) {
    return each.maximum ? std::numeric_limits<double>::infinity() : each.y;
  });
  const bool has_minimum = lowest != marked.features.extrema.end() && !lowest->maximum;
  readings.push_back({.id = "minimum_at", .label = "least at", .value = has_minimum ? lowest->x : nan});
  readings.push_back({.id = "minimum", .label = "least value", .value = has_minimum ? lowest->y : nan});
  for (Reading& reading : readings) {
    if (!std::isfinite(reading.value)) reading.value = nan;
  }
  return readings;
}

Text description(const Highlight& marked, const Activations& a) {
  const std::size_t stretches = marked.features.saturated.size() + marked.features.dead.size();
  return say(
      "{} between {} and {}, with its slope and curvature: at {} it is {} and rises by {} per unit. Extrema: "
      "{}, fixed points: {}, stretches where its slope all but vanishes: {}.",
      marked.shown.name, a.low, a.high, a.probe, marked.probe.value, marked.probe.slope,
      marked.features.extrema.size(), marked.features.fixed_points.size(), stretches);
}

}  // namespace

Figure draw_curves(const Activations& a, const Pass& pass) {
  constexpr double wide = 20;  // a range over which a formula may wind so often that its slopes take long
  std::vector<Shown> functions = shown_functions(a);
  Figure figure{.title = "Activation functions"};
  figure.partial = pass.quick && a.high - a.low > wide && a.shows(custom_function);
  if (figure.partial) std::ranges::transform(functions, functions.begin(), with_plain_differences);
  const Highlight marked = highlight(functions, a);

  const std::vector<Curve> values = curves(functions, Order::value, a);
  Panel value = panel("value", "Value", "$f(x)$", a, values, 1, farthest(Order::value, a));
  remark_what_leaves(value, values);
  value.hint = "drag the ring";
  value.cell = {.row = 0, .column = 0, .rows = 2};
  shade(value, marked);
  mark_value(value, marked, a);
  if (a.highlight == function_of(Activation::swish) && a.low < 0)
    value.layers.push_back(path_of_the_minimum(a, value.y));
  add(value, values);

  const std::vector<Curve> slopes = curves(functions, Order::slope, a);
  Panel slope = panel("slope", "Slope", "$f\\prime(x)$", a, slopes, 0.5, farthest(Order::slope, a));
  slope.cell = {.row = 0, .column = 1};
  shade(slope, marked);
  add(slope, slopes);

  const std::vector<Curve> bends = curves(functions, Order::curvature, a);
  Panel curvature =
      panel("curvature", "Curvature", "$f\\prime\\prime(x)$", a, bends, 0.5, farthest(Order::curvature, a));
  curvature.cell = {.row = 1, .column = 1};
  add(curvature, bends);

  const Role role = marked.shown.role;
  for (Panel* each : {&value, &slope, &curvature})
    each->layers.push_back(Rule{.mark = {.id = "probe", .role = role}, .at = a.probe});
  if (std::isfinite(marked.probe.value))
    figure.handles.push_back(probe_handle("value", "Point", a.probe, marked.probe.value, role));
  if (std::isfinite(marked.probe.slope))
    figure.handles.push_back(probe_handle("slope", "Point on the slope", a.probe, marked.probe.slope, role));
  figure.panels = {std::move(value), std::move(slope), std::move(curvature)};
  figure.readings = readings(marked, a);
  figure.worked = {
      say("$f({}) = {}$, $f\\prime({}) = {}$", a.probe, marked.probe.value, a.probe, marked.probe.slope),
      say("tangent $y = {} + {} (x - x_0)$", marked.probe.value, marked.probe.slope)};
  figure.description = description(marked, a);
  return figure;
}

}  // namespace theta
