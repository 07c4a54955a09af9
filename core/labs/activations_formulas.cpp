// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_formulas.h"

#include <array>

namespace theta {
namespace {

// In the order of Activation.
constexpr std::array<PythonFormulas, static_cast<std::size_t>(Activation::log_sigmoid) + 1> formulas = {{
    {"np.where(x > threshold, 1.0, 0.0)", "0 * x", "0 * x"},
    {"np.sign(x)", "0 * x", "0 * x"},
    {"x", "0 * x + 1", "0 * x"},
    {"sigmoid(x)", "sigmoid(x) * sigmoid(-x)", "sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x))"},
    {"np.tanh(x)", "4 * sigmoid(2 * x) * sigmoid(-2 * x)",
     "-8 * np.tanh(x) * sigmoid(2 * x) * sigmoid(-2 * x)"},
    {"1.7159 * np.tanh(2 * x / 3)", "1.7159 * 8 / 3 * sigmoid(4 * x / 3) * sigmoid(-4 * x / 3)",
     "-1.7159 * 32 / 9 * np.tanh(2 * x / 3) * sigmoid(4 * x / 3) * sigmoid(-4 * x / 3)"},
    {"np.clip(x / 6 + 0.5, 0, 1)", "np.where(np.abs(x) < 3, 1 / 6, 0.0)", "0 * x"},
    {"np.clip(0.2 * x + 0.5, 0, 1)", "np.where(np.abs(x) < 2.5, 0.2, 0.0)", "0 * x"},
    {"np.clip(x, -1, 1)", "np.where(np.abs(x) < 1, 1.0, 0.0)", "0 * x"},
    {"x / (1 + np.abs(x))", "1 / (1 + np.abs(x)) ** 2", "-2 * np.sign(x) / (1 + np.abs(x)) ** 3"},
    {"np.arctan(x)", "1 / (1 + x * x)", "-2 * x / (1 + x * x) ** 2"},
    {"np.where(x > 0, x, 0.0)", "np.where(x > 0, 1.0, 0.0)", "0 * x"},
    {"np.clip(x, 0, 6)", "np.where((x > 0) & (x < 6), 1.0, 0.0)", "0 * x"},
    {"np.where(x > 0, x, leaky_slope * x)", "np.where(x > 0, 1.0, leaky_slope)", "0 * x"},
    {"np.where(x > 0, x, prelu_slope * x)", "np.where(x > 0, 1.0, prelu_slope)", "0 * x"},
    {"np.where(x > 0, x, 11 / 48 * x)", "np.where(x >= 0, 1.0, 11 / 48)", "0 * x"},
    {"np.where(x > 0, x, alpha * np.expm1(negative(x)))", "np.where(x > 0, 1.0, alpha * np.exp(negative(x)))",
     "np.where(x > 0, 0.0, alpha * np.exp(negative(x)))"},
    {"np.where(x > 0, x, alpha * np.expm1(negative(x) / alpha))",
     "np.where(x > 0, 1.0, np.exp(negative(x) / alpha))",
     "np.where(x > 0, 0.0, np.exp(negative(x) / alpha) / alpha)"},
    {"1.0507009873554804934 * np.where(x > 0, x, 1.6732632423543772848 * np.expm1(negative(x)))",
     "1.0507009873554804934 * np.where(x > 0, 1.0, 1.6732632423543772848 * np.exp(negative(x)))",
     "1.0507009873554804934 * np.where(x > 0, 0.0, 1.6732632423543772848 * np.exp(negative(x)))"},
    {"softplus(beta * x) / beta", "sigmoid(beta * x)", "beta * sigmoid(beta * x) * sigmoid(-beta * x)"},
    {"x * distribution(x)", "distribution(x) + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)",
     "(2 - x * x) * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)"},
    {"x * sigmoid(2 * rate * (x + 0.044715 * x**3))",
     "sigmoid(2 * rate * (x + 0.044715 * x**3))"
     " + 2 * rate * x * (1 + 3 * 0.044715 * x * x)"
     " * sigmoid(2 * rate * (x + 0.044715 * x**3)) * sigmoid(-2 * rate * (x + 0.044715 * x**3))",
     "sigmoid(2 * rate * (x + 0.044715 * x**3)) * sigmoid(-2 * rate * (x + 0.044715 * x**3))"
     " * (4 * rate * (1 + 6 * 0.044715 * x * x)"
     " - x * (2 * rate * (1 + 3 * 0.044715 * x * x)) ** 2 * np.tanh(rate * (x + 0.044715 * x**3)))"},
    {"x * sigmoid(1.702 * x)", "sigmoid(1.702 * x) * (1 + 1.702 * x * sigmoid(-1.702 * x))",
     "1.702 * sigmoid(1.702 * x) * sigmoid(-1.702 * x) * (2 - 1.702 * x * np.tanh(0.851 * x))"},
    {"x * sigmoid(x)", "sigmoid(x) * (1 + x * sigmoid(-x))",
     "sigmoid(x) * sigmoid(-x) * (2 - x * np.tanh(x / 2))"},
    {"x * sigmoid(beta * x)", "sigmoid(beta * x) * (1 + beta * x * sigmoid(-beta * x))",
     "beta * sigmoid(beta * x) * sigmoid(-beta * x) * (2 - beta * x * np.tanh(beta * x / 2))"},
    {"x * np.tanh(softplus(x))",
     "np.tanh(softplus(x)) + x * sigmoid(x) / np.cosh(np.clip(softplus(x), 0, 300)) ** 2",
     "sigmoid(x) / np.cosh(np.clip(softplus(x), 0, 300)) ** 2"
     " * (2 + x * (sigmoid(-x) - 2 * np.tanh(softplus(x)) * sigmoid(x)))"},
    {"x * np.clip(x + 3, 0, 6) / 6", "np.where(np.abs(x) < 3, (2 * x + 3) / 6, np.where(x > 0, 1.0, 0.0))",
     "np.where(np.abs(x) < 3, 1 / 3, 0.0)"},
    {"np.where(x > 0, x * x, 0.0)", "np.where(x > 0, 2 * x, 0.0)", "np.where(x > 0, 2.0, 0.0)"},
    {"x + np.sin(frequency * x) ** 2 / frequency", "1 + np.sin(2 * frequency * x)",
     "2 * frequency * np.cos(2 * frequency * x)"},
    {"-softplus(-x)", "sigmoid(-x)", "-sigmoid(x) * sigmoid(-x)"},
}};

}  // namespace

const PythonFormulas& python_formulas(Activation activation) {
  return formulas[static_cast<std::size_t>(activation)];
}

}  // namespace theta
