// SPDX-License-Identifier: GPL-3.0-or-later
// A normal input pushed through a unit: what comes out.
#include "core/labs/activations_shown.h"
#include "core/labs/axis_limits.h"
#include "core/math/gaussian.h"
#include "core/math/mean_field.h"
#include "core/math/nan.h"
#include "core/math/pushed_density.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace theta {
namespace {

std::vector<double> corners_of(const Shown& shown) {
  std::vector<double> corners;
  for (const Kink& kink : shown.kinks) corners.push_back(kink.x);
  return corners;
}

double density(double x, const Activations& a) {
  return normal_density((x - a.input_mean) / a.input_deviation) / a.input_deviation;
}

Panel input_panel(const Activations& a) {
  Band band{.mark = {.id = "input_density", .label = "input", .role = Role::series_1}};
  for (int i = 0; i <= 240; ++i) {
    const double x = a.low + (a.high - a.low) * i / 240;
    band.x.push_back(x);
    band.low.push_back(0);
    band.high.push_back(density(x, a));
  }
  Panel panel{.id = "input", .title = "Input", .hint = "drag the rings", .cell = {.row = 1, .column = 0}};
  panel.x = {.label = "$x$", .low = a.low, .high = a.high};
  panel.y = {.label = "density", .low = 0, .high = rounded_up(1.1 * density(a.input_mean, a))};
  panel.layers = {std::move(band), Rule{.mark = {.id = "mean", .role = Role::ink}, .at = a.input_mean}};
  return panel;
}

Panel value_panel(const Shown& shown, Limits range, const Activations& a) {
  Panel panel{.id = "value", .title = "The unit", .cell = {.row = 0, .column = 0}};
  panel.x = {.label = "$x$", .low = a.low, .high = a.high};
  panel.y = {.label = "$f(x)$", .low = range.low, .high = range.high};
  panel.layers = {Rule{.mark = {.id = "zero", .role = Role::muted},
                       .direction = Direction::horizontal,
                       .dash = Dash::solid},
                  curve_of(shown, Order::value, a),
                  Rule{.mark = {.id = "mean", .role = Role::ink}, .at = a.input_mean}};
  return panel;
}

/// A value at which the output's density jumps, and the density on either side.
struct DensityJump {
  double y = 0, below = 0, above = 0;
};

/// At each corner of a unit that rises through it, density is the input's by the slope on that side.
std::vector<DensityJump> density_jumps(const Shown& shown, const Activations& a) {
  constexpr double beside = 1e-9, alike = 1e-6;
  std::vector<DensityJump> jumps;
  for (const Kink& kink : shown.kinks) {
    if (kink.value_jumps) continue;
    const double left = shown.at(kink.x - beside).slope, right = shown.at(kink.x + beside).slope;
    if (!(left >= 0 && right >= 0)) continue;  // where it turns back other inputs give the same output
    const double at = density(kink.x, a);
    const DensityJump jump{shown.at(kink.x).value, left > 0 ? at / left : 0, right > 0 ? at / right : 0};
    if (std::abs(jump.above - jump.below) > alike * std::max(jump.above, jump.below)) jumps.push_back(jump);
  }
  std::ranges::sort(jumps, {}, &DensityJump::y);
  return jumps;
}

/// The density at the middle of each bin; the bin's own where the unit is level just there.
std::vector<double> densities(const Shown& shown, const PushedForward& law, const Activations& a) {
  std::vector<double> middles;
  for (std::size_t i = 0; i < law.density.size(); ++i)
    middles.push_back(law.edges[i] + (law.edges[i + 1] - law.edges[i]) / 2);
  const Mapping unit{.value = shown.value,
                     .slope = [&](double x) { return shown.at(x).slope; },
                     .corners = corners_of(shown)};
  std::vector<double> all = pushed_density(unit, a.input_mean, a.input_deviation, middles);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!std::isfinite(all[i])) all[i] = law.density[i];
  }
  return all;
}

/// The density, cut where it jumps: no point stands in a bin with a jump inside but those of the jump.
Curve density_curve(const PushedForward& law, const std::vector<double>& densities_there,
                    const std::vector<DensityJump>& jumps) {
  Curve curve{.mark = {.id = "output_density", .label = "output", .role = Role::series_2}, .width = 2};
  const auto put = [&](double x, double y) {
    curve.x.push_back(x);
    curve.y.push_back(y);
  };
  auto jump = jumps.begin();
  for (std::size_t i = 0; i < law.density.size(); ++i) {
    const double edge = law.edges[i], bin = law.edges[i + 1] - edge;
    bool mixed = false;
    for (; jump != jumps.end() && jump->y < edge + (1 - 1e-6) * bin; ++jump) {
      if (jump->y < edge - 1e-6 * bin) continue;
      mixed = mixed || jump->y > edge + 1e-6 * bin;
      put(jump->y, jump->below);
      put(jump->y, nan);
      put(jump->y, jump->above);
    }
    if (!mixed) put(edge + bin / 2, densities_there[i]);
  }
  return curve;
}

Panel output_panel(const Shown& shown, const PushedForward& law, double mean, Limits range,
                   const Activations& a) {
  const std::vector<DensityJump> jumps = density_jumps(shown, a);
  double highest = std::ranges::max(law.density);
  for (const DensityJump& jump : jumps) highest = std::max({highest, jump.below, jump.above});
  Bars atoms{.mark = {.id = "output_atoms", .label = "all at one value", .role = Role::negative},
             .width = (range.high - range.low) / 80};
  for (const auto& [y, probability] : law.atoms) {
    if (y < range.low || y > range.high || probability < 1e-4) continue;
    atoms.x.push_back(y);
    atoms.y.push_back(probability);
    highest = std::max(highest, probability);
  }
  Panel panel{.id = "output", .title = "Output", .cell = {.row = 0, .column = 1, .rows = 2}};
  panel.x = {.label = "$y = f(x)$", .low = range.low, .high = range.high};
  panel.y = {
      .label = "density; share at one value", .low = 0, .high = rounded_up(1.1 * std::max(highest, 1e-6))};
  panel.layers = {density_curve(law, densities(shown, law, a), jumps),
                  Rule{.mark = {.id = "mean", .label = "mean", .role = Role::ink}, .at = mean}};
  if (!atoms.x.empty()) panel.layers.push_back(std::move(atoms));
  return panel;
}

bool has_value_and_slope(const ActivationValue& f) {
  constexpr double bound = 1e100;
  return std::abs(f.value) <= bound && std::abs(f.slope) <= bound;  // false for NaN
}

}  // namespace

Limits output_limits(const Activations& a) {
  constexpr double bound = 1e6, deviations = 3;
  const Shown shown = highlighted_function(a);
  double low = 0, high = 0;
  for (const double x : gaussian_rule(a.input_mean, a.input_deviation, corners_of(shown)).x) {
    const ActivationValue f = shown.at(x);
    if (!has_value_and_slope(f) || std::abs(x - a.input_mean) > deviations * a.input_deviation) continue;
    low = std::min(low, f.value);
    high = std::max(high, f.value);
  }
  return rounded_outward(std::max(low, -bound), std::min(high, bound), 0.1);
}

Figure draw_input(const Activations& a) {
  Shown shown = highlighted_function(a);
  const GaussianRule points = gaussian_rule(a.input_mean, a.input_deviation, corners_of(shown));
  double mean = 0, second = 0, slope = 0, flat = 0, undefined = 0;
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    const ActivationValue f = shown.at(points.x[i]);
    if (!has_value_and_slope(f)) {
      undefined += points.weight[i];
      continue;
    }
    mean += points.weight[i] * f.value;
    second += points.weight[i] * f.value * f.value;
    slope += points.weight[i] * f.slope * f.slope;
    if (f.slope == 0) flat += points.weight[i];
  }
  const Limits range = output_limits(a);
  const PushedForward law = pushed_forward(shown.value, a.input_mean, a.input_deviation, range.low,
                                           range.high, output_bins, corners_of(shown));

  Figure figure{.title = say("A normal input through {}", shown.name)};
  figure.formula = "activations-input";
  figure.panels = {value_panel(shown, range, a), input_panel(a), output_panel(shown, law, mean, range, a)};
  const double deviation_at = a.input_mean + a.input_deviation;
  figure.handles = {
      {.id = "input_mean",
       .panel = "input",
       .label = "Mean of the input",
       .at = {a.input_mean, density(a.input_mean, a)},
       .bindings = {{.parameter = id_of(&Activations::input_mean), .coordinate = Binding::Coordinate::x}}},
      {.id = "input_deviation",
       .panel = "input",
       .label = "Deviation of the input",
       .at = {deviation_at, density(deviation_at, a)},
       .bindings = {{.parameter = id_of(&Activations::input_deviation),
                     .coordinate = Binding::Coordinate::x,
                     .offset = -a.input_mean}}}};
  figure.readings = {
      {.id = "output_mean", .label = "mean $E f$", .value = mean},
      {.id = "output_second_moment", .label = "second moment $E f^2$", .value = second},
      {.id = "output_variance", .label = "variance", .value = std::max(0.0, second - mean * mean)},
      {.id = "slope_second_moment", .label = "$E f\\prime^2$", .value = slope},
      {.id = "share_without_slope", .label = "share without slope", .value = flat}};
  figure.worked = {
      say("$E f(x) = {}$ for $x$ of mean {} and deviation {}", mean, a.input_mean, a.input_deviation),
      say("$E f^2 = {}$, $E f\\prime^2 = {}$", second, slope)};
  if (undefined > 1e-6)
    figure.remarks = {say("For {} of the inputs the unit has no value; they are left out.", undefined)};
  figure.description =
      say("{} of a normal input with mean {} and deviation {}: the output has mean {} and second moment {}; "
          "{} of the "
          "inputs meet no slope.",
          shown.name, a.input_mean, a.input_deviation, mean, second, flat);
  return figure;
}

}  // namespace theta
