// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"

#include "core/math/sample.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <variant>

namespace theta {
namespace {

constexpr double largest_value = 1e12;  // beyond it a curve is cut

Shown own_function(const Activations& activations) {
  Shown shown{.id = "custom", .name = activations.expression.text};
  auto parsed = Expression::parse(activations.expression.text);
  const auto expression = std::make_shared<const Expression>(std::move(std::get<Expression>(parsed)));
  shown.value = [expression](double x) { return (*expression)(x); };
  shown.at = [expression](double x) {
    const ExpressionValue value = expression->evaluate(x);
    return ActivationValue{value.value, value.slope, value.curvature};
  };
  return shown;
}

double part(const Shown& shown, double x, Order order) {
  if (order == Order::value) return shown.value(x);
  const ActivationValue at = shown.at(x);
  return order == Order::slope ? at.slope : at.curvature;
}

}  // namespace

Shown named_function(Function function, const Activations& activations) {
  const auto activation = static_cast<Activation>(function);
  const ActivationFacts& known = facts(activation);
  return {.id = std::string(known.id),
          .name = std::string(known.name),
          .bends = !known.piecewise_linear,
          .at = [activation, parameters = activations.parameters()](
                    double x) { return evaluate(activation, x, parameters); },
          .value = [activation, parameters = activations.parameters()](
                       double x) { return evaluate(activation, x, parameters).value; },
          .kinks = kinks(activation, activations.parameters())};
}

Shown highlighted_function(const Activations& activations) {
  Shown shown = activations.highlight == custom_function ? own_function(activations)
                                                         : named_function(activations.highlight, activations);
  shown.highlighted = true;
  return shown;
}

namespace {

/// What a network can reckon with: nothing where there is no value, a large number where it is infinite.
double bounded_or_none(double number) { return std::isnan(number) ? 0 : std::clamp(number, -1e150, 1e150); }

}  // namespace

Unit unit_of(const Shown& shown) {
  Unit unit{.at = [at = shown.at](double x) {
    const ActivationValue value = at(x);
    return ActivationValue{.value = bounded_or_none(value.value), .slope = bounded_or_none(value.slope)};
  }};
  for (const Kink& kink : shown.kinks) unit.corners.push_back(kink.x);
  return unit;
}

Shown with_plain_differences(Shown shown) {
  if (shown.id != "custom") return shown;
  shown.at = [f = shown.value](double x) {
    constexpr double step = 1e-4;
    const double here = f(x), left = f(x - step), right = f(x + step);
    return ActivationValue{.value = here,
                           .slope = (right - left) / (2 * step),
                           .curvature = (right - 2 * here + left) / (step * step)};
  };
  return shown;
}

Unit unit_of(const Shown& shown, const Pass& pass) {
  return unit_of(pass.quick ? with_plain_differences(shown) : shown);
}

bool is_first_of_deep(const Activations& a, const Pass& pass) {
  return pass.quick && (a.highlight == custom_function || a.width * a.width * a.depth > 40'000);
}

int width_drawn(const Activations& a, const Pass& pass) {
  return is_first_of_deep(a, pass) ? std::min(a.width, 16) : a.width;
}

std::vector<Function> drawn_functions(const Activations& activations) {
  std::vector<Function> functions = activations.functions;
  if (std::ranges::find(functions, activations.highlight) == functions.end())
    functions.push_back(activations.highlight);
  return functions;
}

std::vector<Shown> shown_functions(const Activations& activations) {
  std::vector<Shown> shown;
  for (const Function function : drawn_functions(activations)) {
    Shown next =
        function == custom_function ? own_function(activations) : named_function(function, activations);
    next.role = series(shown.size());
    next.dash = series_dash(shown.size());
    next.highlighted = function == activations.highlight;
    shown.push_back(std::move(next));
  }
  return shown;
}

Compared compared(Comparison comparison) {
  using enum Activation;
  switch (comparison) {
    case Comparison::sigmoid:
      return {sigmoid, {hard_sigmoid_torch, hard_sigmoid_theano}};
    case Comparison::tanh:
      return {tanh, {hardtanh, softsign}};
    case Comparison::silu:
      return {silu, {hard_swish, gelu}};
    case Comparison::relu:
      return {relu, {softplus, swish}};
    case Comparison::gelu:
      break;
  }
  return {gelu, {gelu_tanh, gelu_quick}};
}

Curve curve_of(const Shown& shown, Order order, const Activations& a) {
  std::vector<Corner> corners;
  for (const Kink& kink : shown.kinks) corners.push_back({kink.x, kink.value_jumps || order != Order::value});
  Samples samples = sample([&](double x) { return part(shown, x, order); }, a.low, a.high, corners,
                           (a.high - a.low) / 4000, largest_value);
  return {.mark = {.id = shown.id, .label = verbatim(shown.name), .role = shown.role},
          .x = std::move(samples.x),
          .y = std::move(samples.y),
          .dash = shown.dash,
          .width = shown.highlighted ? 2.6 : 1.6};
}

}  // namespace theta
