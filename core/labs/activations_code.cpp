// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_formulas.h"
#include "core/labs/activations_layers_code.h"
#include "core/labs/activations_shown.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "core/labs/python_formula.h"

#include <algorithm>

namespace theta {
namespace {

constexpr const char* start_code = R"(
rate = math.sqrt(2 / math.pi)
numpy: erfc = np.vectorize(math.erfc)
torch: erfc = torch.special.erfc


def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x < 0, small, 0.0 * x + 1) / (1 + small)


def softplus(x):
    return np.where(x > 0, x, 0.0 * x) + np.log1p(np.exp(-np.abs(x)))


def negative(x):
    return np.where(x < 0, x, 0.0 * x)


def distribution(x):
    return erfc(-x / math.sqrt(2)) / 2

)";

constexpr const char* grid_code = R"(
def grid(kinks):
    """Even steps between the kinks, which are in it."""
    ends = [low] + [each for each in kinks if low < each < high] + [high]
    x = []
    for start, end in zip(ends, ends[1:]):
        steps = math.ceil(96 * (end - start) / (high - low))
        x += [start + (end - start) * n / steps for n in range(steps)] + [end]
    return np.asarray(x)

)";

constexpr const char* quadrature_code = R"(
def legendre(count):
    """Nodes and weights of the Gauss-Legendre rule on [-1, 1], the nodes by Newton's steps."""
    rule = []
    for n in range(count):
        x = math.cos(math.pi * (n + 0.75) / (count + 0.5))
        for _ in range(20):
            before, value = 1.0, x
            for k in range(2, count + 1):
                before, value = value, ((2 * k - 1) * x * value - (k - 1) * before) / k
            slope = count * (x * value - before) / (x * x - 1)
            x -= value / slope
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


rule = legendre(16)


def normal_points(mean, deviation):
    """x and weights such that their sum is an expectation over a normal x; cut where f is not smooth."""
    if deviation == 0:
        return np.asarray([mean]), np.asarray([1.0])
    cuts = [-12.0] + [z for z in ((each - mean) / deviation for each in kinks) if -12 < z < 12] + [12.0]
    x, weight = [], []

    def add(start, end):
        """A piece, in halves while it is long beside its distance from x = 0."""
        first, last = mean + deviation * start, mean + deviation * end
        nearest = 0 if first < 0 < last else min(abs(first), abs(last))
        if last - first > max(1, nearest / 2) and end - start > 1e-7:
            add(start, (start + end) / 2)
            add((start + end) / 2, end)
            return
        half = (end - start) / 2
        for node, share in rule:
            z = start + half * (1 + node)
            x.append(mean + deviation * z)
            weight.append(half * share * math.exp(-z * z / 2) / math.sqrt(2 * math.pi))

    for start, end in zip(cuts, cuts[1:]):
        pieces = max(1, math.ceil(end - start))
        length = (end - start) / pieces
        for piece in range(pieces):
            add(start + length * piece, start + length * (piece + 1))
    return np.asarray(x), np.asarray(weight)

)";

constexpr const char* input_code = R"(
x, weight = normal_points(input_mean, input_deviation)
value = f(x)
weight = np.where(np.isfinite(value), weight, 0 * weight)
value = np.where(np.isfinite(value), value, 0 * value)
mean, second = float((weight * value).sum()), float((weight * value * value).sum())
results["readings"] = {
    "output_mean": mean,
    "output_second_moment": second,
    "output_variance": max(0.0, second - mean * mean),
}
)";

constexpr const char* input_slope_code = R"(
slope = df(x)
results["readings"]["slope_second_moment"] = float((weight * slope * slope).sum())
results["readings"]["share_without_slope"] = float(np.where(slope == 0, weight, 0 * weight).sum())
)";

constexpr const char* input_density_code = R"(
x = np.asarray([low + (high - low) * n / 240 for n in range(241)])
z = (x - input_mean) / input_deviation
density_of_x = np.exp(-z * z / 2) / math.sqrt(2 * math.pi) / input_deviation
results["input_density"] = {"x": x.tolist(), "low": (0 * x).tolist(), "high": density_of_x.tolist()}
)";

constexpr const char* gate_code = R"(
centres = np.asarray([-4 + 8 * n / 80 for n in range(81)])
value, slope = act(centres), slope_of_act(centres)
results["output"] = {"values": (centres[:, None] * value[None, :]).tolist()}
results["gradient_gate/gradient_gate"] = {"values": (centres[:, None] * slope[None, :]).tolist()}
results["gradient_value/gradient_value"] = {"values": (0 * centres[:, None] + value[None, :]).tolist()}
gate_value, gate_slope = float(act(np.asarray([gate_input]))[0]), float(slope_of_act(np.asarray([gate_input]))[0])
results["readings"] = {
    "output": gate_value * value_input,
    "gate": gate_value,
    "gradient_gate": gate_slope * value_input,
    "gradient_value": gate_value,
}
)";

std::string listed_kinks(std::vector<Kink> kinks) {
  std::ranges::sort(kinks, {}, &Kink::x);
  std::string list;
  for (const Kink& kink : kinks) list += (list.empty() ? "" : ", ") + python_number(kink.x);
  return "[" + list + "]";
}

std::string function_of_x(const std::string& name, const std::string& formula) {
  return "\ndef " + name + "(x):\n    return " + formula + "\n\n";
}

/// A function as the scripts write it; its own formula has no slope there.
struct Written {
  std::string id, value, slope = {}, kinks = "[]", functions = {};
};

Written written(Function function, const Activations& a) {
  if (function == custom_function) {
    PythonFormula own = python_formula(a.expression.text);
    return {.id = "custom", .value = std::move(own.formula), .functions = std::move(own.functions)};
  }
  const auto activation = static_cast<Activation>(function);
  const auto [value, slope] = python_formulas(activation);
  return {.id = std::string(facts(activation).id),
          .value = value,
          .slope = slope,
          .kinks = listed_kinks(kinks(activation, a.parameters()))};
}

/// Its curves in the panels of values and, where asked for, of slopes.
std::string curves_of(const Written& each, bool with_slope) {
  std::string code = each.functions + "x = grid(" + each.kinks + ")\nresults[\"value/" + each.id +
                     "\"] = curve(x, " + each.value + ")\n";
  if (with_slope && !each.slope.empty())
    code += "results[\"slope/" + each.id + "\"] = curve(x, " + each.slope + ")\n";
  return code;
}

/// Value and slope at the point, as readings.
std::string readings_code(const Written& each, const std::string& value, const std::string& slope) {
  std::string code = "x = np.asarray([probe])\nresults[\"readings\"] = {\n    \"" + value + "\": float((" +
                     each.value + ")[0]),\n";
  if (!each.slope.empty()) code += "    \"" + slope + "\": float((" + each.slope + ")[0]),\n";
  return code + "}\n";
}

std::string curves_code(const Activations& a) {
  std::vector<Function> functions = a.functions;
  if (std::ranges::find(functions, a.highlight) == functions.end()) functions.push_back(a.highlight);
  std::string code = grid_code;
  for (const Function function : functions) code += curves_of(written(function, a), true);
  return code + readings_code(written(a.highlight, a), "value", "slope");
}

std::string errors_code(const Activations& a) {
  const auto [exact, approximations] = compared(a.comparison);
  std::string code = grid_code;
  for (const Activation each : approximations) {
    std::vector<Kink> corners = kinks(each, a.parameters());
    for (const Kink& kink : kinks(exact, a.parameters())) corners.push_back(kink);
    code += "x = grid(" + listed_kinks(corners) + ")\nresults[\"error_" + std::string(facts(each).id) +
            "\"] = curve(x, " + python_formulas(each).value + " - (" + python_formulas(exact).value + "))\n";
  }
  return code;
}

std::string history_code(const Activations& a) {
  const std::vector<Function> known = known_by(a.year);
  std::string code = grid_code;
  for (const Function function : known) code += curves_of(written(function, a), false);
  return code + readings_code(written(known.back(), a), "newest_value", "newest_slope");
}

std::string gate_code_of(const Activations& a) {
  const auto [value, slope] = python_formulas(facts_of(a.gate).activation);
  return function_of_x("act", value) + function_of_x("slope_of_act", slope) + gate_code;
}

/// f, where it is not smooth, its slope if it is written, and expectations over a normal x.
std::string expectations_code(const Written& f) {
  return f.functions + function_of_x("f", f.value) + (f.slope.empty() ? "" : function_of_x("df", f.slope)) +
         "\nkinks = " + f.kinks + "\n" + quadrature_code;
}

std::string input_code_of(const Activations& a) {
  const Written f = written(a.highlight, a);
  return expectations_code(f) + input_code + (f.slope.empty() ? "" : input_slope_code) + input_density_code +
         grid_code + curves_of({.id = f.id, .value = f.value, .kinks = f.kinks}, false);
}

std::string layers_code_of(const Activations& a) {
  const Written f = written(a.highlight, a);
  return expectations_code(f) + activations_layers_code(a, !f.slope.empty());
}

std::string code_of_view(const Activations& a) {
  switch (a.view) {
    case ActivationView::errors:
      return errors_code(a);
    case ActivationView::input:
      return input_code_of(a);
    case ActivationView::gate:
      return gate_code_of(a);
    case ActivationView::depth:
    case ActivationView::layers:
      return layers_code_of(a);
    case ActivationView::history:
      return history_code(a);
    case ActivationView::curves:
      break;
  }
  return curves_code(a);
}

}  // namespace

std::string activations_code(const Activations& activations, CodeLibrary library) {
  return code_script("Activation functions", activations, library, start_code + code_of_view(activations));
}

}  // namespace theta
