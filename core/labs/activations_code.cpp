// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"

#include <algorithm>
#include <array>

namespace theta {
namespace {

/// A function and its slope in Python, of an array x.
struct Formulas {
  const char *value, *slope;
};

// In the order of Activation.
constexpr std::array<Formulas, static_cast<std::size_t>(Activation::log_sigmoid) + 1> formulas = {{
    {"np.where(x > threshold, 1.0, 0.0)", "0 * x"},
    {"np.sign(x)", "0 * x"},
    {"x", "0 * x + 1"},
    {"sigmoid(x)", "sigmoid(x) * sigmoid(-x)"},
    {"np.tanh(x)", "1 / np.cosh(x) ** 2"},
    {"1.7159 * np.tanh(2 * x / 3)", "1.7159 * 2 / 3 / np.cosh(2 * x / 3) ** 2"},
    {"np.clip(x / 6 + 0.5, 0, 1)", "np.where(np.abs(x) < 3, 1 / 6, 0.0)"},
    {"np.clip(0.2 * x + 0.5, 0, 1)", "np.where(np.abs(x) < 2.5, 0.2, 0.0)"},
    {"np.clip(x, -1, 1)", "np.where(np.abs(x) < 1, 1.0, 0.0)"},
    {"x / (1 + np.abs(x))", "1 / (1 + np.abs(x)) ** 2"},
    {"np.arctan(x)", "1 / (1 + x * x)"},
    {"np.where(x > 0, x, 0.0)", "np.where(x > 0, 1.0, 0.0)"},
    {"np.clip(x, 0, 6)", "np.where((x > 0) & (x < 6), 1.0, 0.0)"},
    {"np.where(x > 0, x, leaky_slope * x)", "np.where(x > 0, 1.0, leaky_slope)"},
    {"np.where(x > 0, x, prelu_slope * x)", "np.where(x > 0, 1.0, prelu_slope)"},
    {"np.where(x > 0, x, 11 / 48 * x)", "np.where(x >= 0, 1.0, 11 / 48)"},
    {"np.where(x > 0, x, alpha * np.expm1(negative(x)))",
     "np.where(x > 0, 1.0, alpha * np.exp(negative(x)))"},
    {"np.where(x > 0, x, alpha * np.expm1(negative(x) / alpha))",
     "np.where(x > 0, 1.0, np.exp(negative(x) / alpha))"},
    {"1.0507009873554804934 * np.where(x > 0, x, 1.6732632423543772848 * np.expm1(negative(x)))",
     "1.0507009873554804934 * np.where(x > 0, 1.0, 1.6732632423543772848 * np.exp(negative(x)))"},
    {"softplus(beta * x) / beta", "sigmoid(beta * x)"},
    {"x * distribution(x)", "distribution(x) + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)"},
    {"x * sigmoid(2 * rate * (x + 0.044715 * x**3))",
     "sigmoid(2 * rate * (x + 0.044715 * x**3))"
     " + 2 * rate * x * (1 + 3 * 0.044715 * x * x)"
     " * sigmoid(2 * rate * (x + 0.044715 * x**3)) * sigmoid(-2 * rate * (x + 0.044715 * x**3))"},
    {"x * sigmoid(1.702 * x)", "sigmoid(1.702 * x) * (1 + 1.702 * x * sigmoid(-1.702 * x))"},
    {"x * sigmoid(x)", "sigmoid(x) * (1 + x * sigmoid(-x))"},
    {"x * sigmoid(beta * x)", "sigmoid(beta * x) * (1 + beta * x * sigmoid(-beta * x))"},
    {"x * np.tanh(softplus(x))",
     "np.tanh(softplus(x)) + x * sigmoid(x) / np.cosh(np.clip(softplus(x), 0, 300)) ** 2"},
    {"x * np.clip(x + 3, 0, 6) / 6", "np.where(np.abs(x) < 3, (2 * x + 3) / 6, np.where(x > 0, 1.0, 0.0))"},
    {"np.where(x > 0, x * x, 0.0)", "np.where(x > 0, 2 * x, 0.0)"},
    {"x + np.sin(frequency * x) ** 2 / frequency", "1 + np.sin(2 * frequency * x)"},
    {"-softplus(-x)", "sigmoid(-x)"},
}};

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


def grid(kinks):
    """Even steps between the kinks, which are in it."""
    ends = [low] + [each for each in kinks if low < each < high] + [high]
    x = []
    for start, end in zip(ends, ends[1:]):
        steps = math.ceil(96 * (end - start) / (high - low))
        x += [start + (end - start) * n / steps for n in range(steps)] + [end]
    return np.array(x)

)";

const Formulas& formulas_of(Activation activation) { return formulas[static_cast<std::size_t>(activation)]; }

std::string grid_of(std::vector<Kink> kinks) {
  std::ranges::sort(kinks, {}, &Kink::x);
  std::string list;
  for (const Kink& kink : kinks) list += (list.empty() ? "" : ", ") + python_number(kink.x);
  return "x = grid([" + list + "])\n";
}

std::string curves_code(const Activations& a) {
  std::vector<Function> functions = a.functions;
  if (std::ranges::find(functions, a.highlight) == functions.end()) functions.push_back(a.highlight);
  std::string code;
  for (const Function function : functions) {
    if (function == custom_function) continue;
    const auto activation = static_cast<Activation>(function);
    const std::string id(facts(activation).id);
    code += grid_of(kinks(activation, a.parameters()));
    code += "results[\"value/" + id + "\"] = curve(x, " + formulas_of(activation).value + ")\n";
    code += "results[\"slope/" + id + "\"] = curve(x, " + formulas_of(activation).slope + ")\n";
  }
  if (a.highlight == custom_function) return code;
  const Formulas& marked = formulas_of(static_cast<Activation>(a.highlight));
  return code + "x = np.array([probe])\nresults[\"readings\"] = {\n    \"value\": float((" + marked.value +
         ")[0]),\n    \"slope\": float((" + marked.slope + ")[0]),\n}\n";
}

std::string errors_code(const Activations& a) {
  const auto [exact, approximations] = compared(a.comparison);
  std::string code;
  for (const Activation each : approximations) {
    std::vector<Kink> corners = kinks(each, a.parameters());
    for (const Kink& kink : kinks(exact, a.parameters())) corners.push_back(kink);
    code += grid_of(corners) + "results[\"error_" + std::string(facts(each).id) + "\"] = curve(x, " +
            formulas_of(each).value + " - (" + formulas_of(exact).value + "))\n";
  }
  return code;
}

}  // namespace

std::string activations_code(const Activations& activations, CodeLibrary library) {
  std::string code;
  if (activations.view == ActivationView::curves) code = curves_code(activations);
  if (activations.view == ActivationView::errors) code = errors_code(activations);
  if (code.empty()) return {};
  return code_script("Activation functions", activations, library, start_code + code);
}

}  // namespace theta
