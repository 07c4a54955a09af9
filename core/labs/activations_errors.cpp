// SPDX-License-Identifier: GPL-3.0-or-later
// How far cheaper functions are from the one they stand in for.
#include "core/labs/activations_shown.h"
#include "core/labs/axis_limits.h"
#include "core/math/sample.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace theta {
namespace {

/// An approximation less the function, and where in the range it is farthest off.
struct Error {
  Shown approximation;
  std::function<double(double)> at;
  Point largest;
};

/// The maximum of |f| on [low, high]: the best of an even grid, then narrowed by golden sections. Of two as
/// large but for rounding, the left one.
Point farthest_from_zero(const std::function<double(double)>& f, double low, double high) {
  constexpr int steps = 1000;
  constexpr double rounding = 1e-12;
  const double step = (high - low) / steps;
  double best = low;
  for (int i = 0; i <= steps; ++i) {
    if (std::abs(f(low + step * i)) > (1 + rounding) * std::abs(f(best))) best = low + step * i;
  }
  double left = std::max(low, best - step), right = std::min(high, best + step);
  constexpr double ratio = 0.61803398874989485;
  while (right - left > 1e-9 * std::max(1.0, std::abs(best))) {
    const double a = right - ratio * (right - left), b = left + ratio * (right - left);
    (std::abs(f(a)) < std::abs(f(b)) ? left : right) = std::abs(f(a)) < std::abs(f(b)) ? a : b;
  }
  const double middle = (left + right) / 2;
  const double at = std::abs(f(middle)) > std::abs(f(best)) ? middle : best;
  return {at, f(at)};
}

std::vector<Error> errors_of(const Shown& exact, const std::vector<Activation>& approximations,
                             const Activations& a) {
  std::vector<Error> errors;
  for (const Activation each : approximations) {
    Shown shown = named_function(function_of(each), a);
    shown.role = series(errors.size() + 1);
    shown.dash = series_dash(errors.size() + 1);
    const auto at = [approximate = shown.at, exact = exact.at](double x) {
      return approximate(x).value - exact(x).value;
    };
    errors.push_back({std::move(shown), at, farthest_from_zero(at, a.low, a.high)});
  }
  return errors;
}

Curve error_curve(const Error& error, const Shown& exact, double tolerance, const Activations& a) {
  std::vector<Corner> corners;
  for (const Shown* shown : {&error.approximation, &exact}) {
    for (const Kink& kink : shown->kinks) corners.push_back({kink.x, kink.value_jumps});
  }
  std::ranges::sort(corners, {}, &Corner::x);
  Samples samples = sample(error.at, a.low, a.high, corners, tolerance, 1e12);
  return {.mark = {.id = "error_" + error.approximation.id,
                   .label = verbatim(error.approximation.name),
                   .role = error.approximation.role},
          .x = std::move(samples.x),
          .y = std::move(samples.y),
          .dash = error.approximation.dash,
          .width = 1.8};
}

double largest_error(std::span<const Error> errors) {
  double largest = 0;
  for (const Error& error : errors) largest = std::max(largest, std::abs(error.largest.y));
  return std::max(largest, 1e-15);
}

Panel value_panel(const Shown& exact, const std::vector<Error>& errors, const Activations& a) {
  Panel panel{
      .id = "value", .title = "The function and what stands in for it", .cell = {.row = 0, .column = 0}};
  Curve curve = curve_of(exact, Order::value, a);
  const auto [low, high] = std::ranges::minmax(curve.y);
  const Limits limits = rounded_outward(std::min(0.0, low), std::max(0.0, high), 1);
  panel.x = {.label = "$x$", .low = a.low, .high = a.high};
  panel.y = {.label = "$f(x)$", .low = limits.low, .high = limits.high};
  panel.layers = {std::move(curve)};
  for (const Error& error : errors) panel.layers.push_back(curve_of(error.approximation, Order::value, a));
  panel.layers.push_back(Rule{.mark = {.id = "probe", .role = Role::ink}, .at = a.probe});
  return panel;
}

Panel error_panel(std::string id, Text title, Cell cell, const Shown& exact, std::span<const Error> errors,
                  const Activations& a) {
  const double largest = rounded_up(1.08 * largest_error(errors));
  Panel panel{.id = std::move(id), .title = std::move(title), .hint = "drag the ring", .cell = cell};
  panel.x = {.label = "$x$", .low = a.low, .high = a.high};
  panel.y = {.label = "error", .low = -largest, .high = largest};
  panel.layers = {Rule{
      .mark = {.id = "zero", .role = Role::muted}, .direction = Direction::horizontal, .dash = Dash::solid}};
  for (const Error& error : errors) {
    panel.layers.push_back(error_curve(error, exact, largest / 2000, a));
    panel.layers.push_back(
        Points{.mark = {.id = "largest_" + error.approximation.id, .role = error.approximation.role},
               .x = {error.largest.x},
               .y = {error.largest.y},
               .marker = Marker::triangle,
               .size = 8});
  }
  panel.layers.push_back(Rule{.mark = {.id = "probe", .role = Role::ink}, .at = a.probe});
  return panel;
}

/// The error too small to be seen beside another, if there is one.
std::span<const Error> hidden_beside(const std::vector<Error>& errors, double largest) {
  constexpr double seen = 0.1;  // of the largest
  const auto hidden = std::ranges::find_if(
      errors, [&](const Error& each) { return std::abs(each.largest.y) < seen * largest; });
  return hidden == errors.end() ? std::span<const Error>{} : std::span(&*hidden, 1);
}

/// The factor by which a panel of its own shows an error larger.
double magnification(std::span<const Error> hidden, double largest) {
  return rounded_up(1.08 * largest) / rounded_up(1.08 * largest_error(hidden));
}

Handle probe_handle(const Panel& panel, const Error& error, const Activations& a) {
  return {.id = "probe_" + panel.id,
          .panel = panel.id,
          .label = "Point",
          .at = {a.probe, error.at(a.probe)},
          .role = error.approximation.role,
          .bindings = {{.parameter = id_of(&Activations::probe), .coordinate = Binding::Coordinate::x}}};
}

}  // namespace

Figure draw_errors(const Activations& a) {
  const auto [function, approximations] = compared(a.comparison);
  Shown exact = named_function(function_of(function), a);
  exact.highlighted = true;
  const std::vector<Error> errors = errors_of(exact, approximations, a);

  Figure figure{.title = say("Approximations of {}", exact.name)};
  figure.panels = {value_panel(exact, errors, a),
                   error_panel("error", "What they miss it by", {.row = 1, .column = 0}, exact, errors, a)};
  figure.handles = {probe_handle(figure.panels.back(), errors.front(), a)};
  const double largest = largest_error(errors);
  if (const auto hidden = hidden_beside(errors, largest); !hidden.empty()) {
    figure.panels[0].cell = {.row = 0, .column = 0, .rows = 2};
    figure.panels[1].cell = {.row = 0, .column = 1};
    figure.panels.push_back(
        error_panel("error_alone",
                    say("{} alone, {} times as large", verbatim(hidden[0].approximation.name),
                        std::round(magnification(hidden, largest))),
                    {.row = 1, .column = 1}, exact, hidden, a));
    for (Layer& layer : figure.panels.back().layers) mark_of(layer).label = {};  // the title names it
    figure.handles.push_back(probe_handle(figure.panels.back(), hidden[0], a));
  }
  for (const Error& error : errors) {
    const std::string& id = error.approximation.id;
    const Text name = verbatim(error.approximation.name);
    figure.readings.push_back(
        {.id = "error_" + id, .label = say("{} misses by", name), .value = error.at(a.probe)});
    figure.readings.push_back(
        {.id = "largest_error_" + id, .label = say("{} at most", name), .value = std::abs(error.largest.y)});
    figure.readings.push_back(
        {.id = "largest_error_at_" + id, .label = say("{} most at", name), .value = error.largest.x});
    figure.worked.push_back(say("{} at $x = {}$: ${} - {} = {}$", name, a.probe,
                                error.approximation.at(a.probe).value, exact.at(a.probe).value,
                                error.at(a.probe)));
  }
  figure.description =
      say("{} between {} and {} and how far two stand-ins are from it: {} by at most {}, {} by at most {}.",
          exact.name, a.low, a.high, errors[0].approximation.name, std::abs(errors[0].largest.y),
          errors[1].approximation.name, std::abs(errors[1].largest.y));
  return figure;
}

}  // namespace theta
