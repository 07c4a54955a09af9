// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/activation.h"
#include "core/math/expression.h"
#include "core/model/describe.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace theta {

/// A function of the lab: an Activation under its own number, or the user's own.
enum class Function : std::size_t {};
inline constexpr Function function_of(Activation activation) { return static_cast<Function>(activation); }
inline constexpr Function custom_function =
    static_cast<Function>(static_cast<std::size_t>(Activation::log_sigmoid) + 1);

inline std::vector<OptionName> function_options() {
  std::vector<OptionName> options;
  for (const ActivationFacts& facts : all_activations())
    options.push_back({std::string(facts.id), verbatim(std::string(facts.name))});
  options.push_back({"custom", "own formula"});
  return options;
}

inline std::optional<FormulaError> check_formula(const std::string& text) {
  const auto parsed = Expression::parse(text);
  const auto* error = std::get_if<ExpressionError>(&parsed);
  if (!error) return {};
  return FormulaError{error->position, Text(error->what.c_str())};
}

struct Activations {
  std::vector<Function> functions = {function_of(Activation::tanh), function_of(Activation::relu),
                                     function_of(Activation::gelu), function_of(Activation::silu)};
  Function highlight = function_of(Activation::gelu);
  Formula expression = {"x*tanh(softplus(x))"};
  double low = -5, high = 5;
  double probe = -0.75;
  double threshold = 0, leaky_slope = 0.01, prelu_slope = 0.25, alpha = 1, beta = 1, frequency = 1;

  bool shows(Function function) const {
    if (highlight == function) return true;
    for (const Function shown : functions) {
      if (shown == function) return true;
    }
    return false;
  }
  bool shows(Activation activation) const { return shows(function_of(activation)); }

  ActivationParameters parameters() const {
    return {.threshold = threshold,
            .leaky_slope = leaky_slope,
            .prelu_slope = prelu_slope,
            .alpha = alpha,
            .beta = beta,
            .frequency = frequency};
  }

  static void describe(auto&& field) {
    field(&Activations::functions,
          Name{.id = "functions",
               .label = "Functions",
               .help = "The functions drawn over one another.",
               .group = "Functions"},
          Choices{.options = function_options()});
    field(&Activations::highlight,
          Name{.id = "highlight",
               .label = "Highlighted",
               .symbol = "f",
               .help = "The function the point, the shading and the readings are about."},
          Choice{.options = function_options()});
    field(&Activations::expression,
          Name{.id = "expression",
               .label = "Own formula",
               .symbol = "f(x)",
               .help = "A function of x, such as x*tanh(softplus(x)); Help lists what it may use."},
          FormulaText{.check = check_formula},
          Rules<Activations>{.applies = [](const Activations& a) { return a.shows(custom_function); }});

    field(&Activations::probe,
          Name{.id = "probe",
               .label = "Point",
               .symbol = "x_0",
               .help = "Where value, slope and curvature are read.",
               .group = "Range"},
          Real{.low = -1000, .high = 1000}, Rules<Activations>{.limits = [](const Activations& a) {
            return Limits{a.low, a.high};
          }});
    field(&Activations::low, Name{.id = "low", .label = "From", .help = "The left end of the axis."},
          Real{.low = -1000, .high = 999.9}, Rules<Activations>{.limits = [](const Activations& a) {
            return Limits{-1000, a.high - 0.1};
          }});
    field(&Activations::high, Name{.id = "high", .label = "To", .help = "The right end of the axis."},
          Real{.low = -999.9, .high = 1000}, Rules<Activations>{.limits = [](const Activations& a) {
            return Limits{a.low + 0.1, 1000};
          }});

    field(&Activations::threshold,
          Name{.id = "threshold",
               .label = "Threshold",
               .symbol = "T",
               .help = "Where the threshold unit switches on.",
               .group = "Parameters"},
          Real{.low = -10, .high = 10},
          Rules<Activations>{.applies = [](const Activations& a) { return a.shows(Activation::threshold); }});
    field(&Activations::leaky_slope,
          Name{.id = "leaky_slope",
               .label = "Leak",
               .symbol = "a",
               .help = "The slope of leaky ReLU left of 0."},
          Real{.low = -1, .high = 1}, Rules<Activations>{.applies = [](const Activations& a) {
            return a.shows(Activation::leaky_relu);
          }});
    field(&Activations::prelu_slope,
          Name{.id = "prelu_slope",
               .label = "Learned slope",
               .symbol = "a",
               .help = "The slope of PReLU left of 0; training starts at 0.25."},
          Real{.low = -1, .high = 1},
          Rules<Activations>{.applies = [](const Activations& a) { return a.shows(Activation::prelu); }});
    field(&Activations::alpha,
          Name{.id = "alpha", .label = "Depth", .symbol = "\\alpha", .help = "ELU and CELU fall to −α."},
          Real{.low = 1e-3, .high = 10, .scale = Scale::log},
          Rules<Activations>{.applies = [](const Activations& a) {
            return a.shows(Activation::elu) || a.shows(Activation::celu);
          }});
    field(&Activations::beta,
          Name{.id = "beta",
               .label = "Sharpness",
               .symbol = "\\beta",
               .help = "The larger, the closer Swish and softplus come to ReLU."},
          Real{.low = 1e-3, .high = 100, .scale = Scale::log},
          Rules<Activations>{.applies = [](const Activations& a) {
            return a.shows(Activation::swish) || a.shows(Activation::softplus);
          }});
    field(&Activations::frequency,
          Name{.id = "frequency",
               .label = "Frequency",
               .symbol = "a",
               .help = "How often Snake winds about the identity."},
          Real{.low = 1e-3, .high = 100, .scale = Scale::log},
          Rules<Activations>{.applies = [](const Activations& a) { return a.shows(Activation::snake); }});
  }
};

}  // namespace theta
