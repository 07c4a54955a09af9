// SPDX-License-Identifier: GPL-3.0-or-later
// Gated units: one input decides how much of the other passes.
#include "core/labs/activations_shown.h"
#include "core/labs/axis_limits.h"

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace theta {
namespace {

constexpr double gate_reach = 4;
constexpr int cells = 81;

double centre(int cell) { return -gate_reach + 2 * gate_reach * cell / (cells - 1); }

/// A map over (a, b) of a function of the activation at a and of b.
Map map_of(std::string id, Text label, Activation activation,
           double (*f)(const ActivationValue& gate, double b)) {
  Map map{.mark = {.id = std::move(id), .label = std::move(label)},
          .colours = ColourScale::signed_about_zero};
  for (int i = 0; i < cells; ++i) {
    map.x.push_back(centre(i));
    map.y.push_back(centre(i));
  }
  double largest = 0;
  for (int row = 0; row < cells; ++row) {
    for (int column = 0; column < cells; ++column) {
      map.values.push_back(f(evaluate(activation, centre(column)), centre(row)));
      largest = std::max(largest, std::abs(map.values.back()));
    }
  }
  map.high = rounded_up(largest);
  map.low = -map.high;
  return map;
}

std::string id_of_level(const char* what, double level) {
  return what + std::string(level < 0 ? "_minus_" : "_") + std::to_string(static_cast<int>(std::abs(level)));
}

/// Where the output has a given value: b = level / act(a).
Curve level_set(double level, Activation activation) {
  Curve curve{.mark = {.id = id_of_level("level", level), .role = Role::ink}, .width = 1};
  for (int i = 0; i <= 400; ++i) {
    const double a = -gate_reach + 2 * gate_reach * i / 400;
    const double b = level / evaluate(activation, a).value;
    curve.x.push_back(a);
    curve.y.push_back(std::abs(b) <= gate_reach ? b : NAN);
  }
  return curve;
}

/// The level's number where the line comes nearest to |b| = 2a, clear of the ring at first; none where there
/// is no line.
std::optional<Note> level_number(double level, const Curve& line) {
  double nearest = std::numeric_limits<double>::infinity();
  Point at;
  for (std::size_t i = 0; i < line.x.size(); ++i) {
    const double off = std::abs(2 * line.x[i] - std::abs(line.y[i]));  // NaN where the line is cut
    if (!(off < nearest)) continue;
    nearest = off;
    at = {line.x[i], line.y[i]};
  }
  if (!std::isfinite(nearest)) return {};
  return Note{.mark = {.id = id_of_level("level_number", level), .role = Role::ink},
              .text = say("{}", level),
              .at = at,
              .anchor = Anchor::centre};
}

Panel panel_of(std::string id, Text title, Map map, Cell cell, const Activations& a) {
  const double edge = gate_reach + gate_reach / (cells - 1);
  Panel panel{.id = std::move(id), .title = std::move(title), .equal_aspect = true, .cell = cell};
  panel.x = {.label = "gate $a$", .low = -edge, .high = edge};
  panel.y = {.label = "value $b$", .low = -edge, .high = edge};
  panel.layers = {std::move(map), Rule{.mark = {.id = "gate_input", .role = Role::ink}, .at = a.gate_input},
                  Rule{.mark = {.id = "value_input", .role = Role::ink},
                       .direction = Direction::horizontal,
                       .at = a.value_input}};
  return panel;
}

}  // namespace

GateFacts facts_of(Gate gate) {
  switch (gate) {
    case Gate::glu:
      return {Activation::sigmoid, "GLU"};
    case Gate::bilinear:
      return {Activation::linear, "Bilinear"};
    case Gate::reglu:
      return {Activation::relu, "ReGLU"};
    case Gate::geglu:
      return {Activation::gelu, "GEGLU"};
    case Gate::swiglu:
      break;
  }
  return {Activation::silu, "SwiGLU"};
}

Figure draw_gate(const Activations& a) {
  const auto [activation, name] = facts_of(a.gate);
  const ActivationValue gate = evaluate(activation, a.gate_input);
  const double output = gate.value * a.value_input, by_gate = gate.slope * a.value_input,
               by_value = gate.value;

  Figure figure{.title = say("{}: a gate times a value", name)};
  figure.formula = "activations-gate";
  Panel product = panel_of("product", "Output",
                           map_of("output", "$act(a) b$", activation,
                                  [](const ActivationValue& f, double b) { return f.value * b; }),
                           {.row = 0, .column = 0, .rows = 2}, a);
  product.hint = "drag the ring";
  for (const double level : {-4.0, -2.0, -1.0, 1.0, 2.0, 4.0}) {
    Curve line = level_set(level, activation);
    const std::optional<Note> number = level_number(level, line);
    product.layers.push_back(std::move(line));
    if (number) product.layers.push_back(*number);
  }
  Panel first = panel_of("gradient_gate", "Gradient to the gate $a$",
                         map_of("gradient_gate", "$act\\prime(a) b$", activation,
                                [](const ActivationValue& f, double b) { return f.slope * b; }),
                         {.row = 0, .column = 1}, a);
  Panel second = panel_of("gradient_value", "Gradient to the value $b$",
                          map_of("gradient_value", "$act(a)$", activation,
                                 [](const ActivationValue& f, double) { return f.value; }),
                          {.row = 1, .column = 1}, a);
  figure.panels = {std::move(product), std::move(first), std::move(second)};
  figure.handles = {
      {.id = "inputs",
       .panel = "product",
       .label = "Gate and value",
       .at = {a.gate_input, a.value_input},
       .role = Role::ink,
       .bindings = {{.parameter = id_of(&Activations::gate_input), .coordinate = Binding::Coordinate::x},
                    {.parameter = id_of(&Activations::value_input), .coordinate = Binding::Coordinate::y}}}};
  figure.readings = {{.id = "output", .label = "output", .value = output},
                     {.id = "gate", .label = "$act(a)$", .value = gate.value},
                     {.id = "gradient_gate", .label = "gradient to $a$", .value = by_gate},
                     {.id = "gradient_value", .label = "gradient to $b$", .value = by_value}};
  figure.worked = {say("{}: $act({}) \\cdot {} = {}$", name, a.gate_input, a.value_input, output),
                   say("gradients ${}$ to $a$, ${}$ to $b$", by_gate, by_value)};
  figure.description =
      say("{} over its two inputs, with lines of equal output and the gradients to both. At gate {} and "
          "value {} the output "
          "is {}.",
          name, a.gate_input, a.value_input, output);
  return figure;
}

}  // namespace theta
