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

enum class ActivationView : std::size_t { curves, errors, input, gate, depth, layers, history };

/// A function and the cheaper ones that stand in for it.
enum class Comparison : std::size_t { gelu, sigmoid, tanh, silu, relu };

/// What gates: the activation in act(a) · b.
enum class Gate : std::size_t { glu, bilinear, reglu, geglu, swiglu };

struct Activations {
  ActivationView view = ActivationView::curves;
  std::vector<Function> functions = {function_of(Activation::tanh), function_of(Activation::relu),
                                     function_of(Activation::gelu), function_of(Activation::silu)};
  Function highlight = function_of(Activation::gelu);
  Formula expression = {"x*tanh(softplus(x))"};
  double low = -5, high = 5;
  double probe = -0.75;
  Comparison comparison = Comparison::gelu;
  double input_mean = 0, input_deviation = 1;
  Gate gate = Gate::swiglu;
  double gate_input = 1.5, value_input = 1;
  double weight_variance = 1.5, bias_variance = 0.05;
  int depth = 30, width = 64, layer = 10;
  Seed seed = {1};
  int year = 2024;
  double threshold = 0, leaky_slope = 0.01, prelu_slope = 0.25, alpha = 1, beta = 1, frequency = 1;

  static bool deep(const Activations& a) { return a.has_layers(); }
  template <ActivationView shown>
  static bool in(const Activations& a) {
    return a.view == shown;
  }
  /// Whether what is on screen depends on a function.
  bool shows(Function function) const {
    if (view == ActivationView::errors) return compares(function);
    if (view == ActivationView::gate || view == ActivationView::history) return false;
    if (highlight == function) return true;
    if (view != ActivationView::curves) return false;
    for (const Function shown : functions) {
      if (shown == function) return true;
    }
    return false;
  }
  bool shows(Activation activation) const { return shows(function_of(activation)); }
  bool compares(Function function) const {
    return comparison == Comparison::relu &&
           (function == function_of(Activation::softplus) || function == function_of(Activation::swish));
  }
  /// Views with an axis of x that the reader sets.
  bool has_range() const { return view != ActivationView::gate && !has_layers(); }
  bool has_layers() const { return view == ActivationView::depth || view == ActivationView::layers; }
  bool has_highlight() const {
    return view == ActivationView::curves || view == ActivationView::input || has_layers();
  }

  ActivationParameters parameters() const {
    return {.threshold = threshold,
            .leaky_slope = leaky_slope,
            .prelu_slope = prelu_slope,
            .alpha = alpha,
            .beta = beta,
            .frequency = frequency};
  }

  static void describe(auto&& field) {
    using When = Rules<Activations>;
    field(&Activations::view,
          Name{.id = "view", .label = "View", .help = "What the panels show.", .group = "View"},
          Choice{.options = {{"curves", "curves and slopes"},
                             {"errors", "approximation errors"},
                             {"input", "a normal input pushed through"},
                             {"gate", "gated units"},
                             {"depth", "through many layers"},
                             {"layers", "what each layer receives"},
                             {"history", "time line"}}});
    field(&Activations::functions,
          Name{.id = "functions",
               .label = "Functions",
               .help = "The functions drawn over one another.",
               .group = "Functions"},
          Choices{.options = function_options()}, When{.applies = in<ActivationView::curves>});
    field(&Activations::highlight,
          Name{.id = "highlight",
               .label = "Highlighted",
               .symbol = "f",
               .help = "The function the point, the shading and the readings are about."},
          Choice{.options = function_options()},
          When{.applies = [](const Activations& a) { return a.has_highlight(); }});
    field(&Activations::comparison,
          Name{.id = "comparison",
               .label = "Approximated",
               .symbol = "f",
               .help = "The function that cheaper ones stand in for."},
          Choice{.options = {{"gelu", "GELU: tanh form, quick form"},
                             {"sigmoid", "sigmoid: hard ones"},
                             {"tanh", "tanh: hard tanh, softsign"},
                             {"silu", "SiLU: hard-swish, GELU"},
                             {"relu", "ReLU: softplus, Swish"}}},
          When{.applies = in<ActivationView::errors>});
    field(&Activations::expression,
          Name{.id = "expression",
               .label = "Own formula",
               .symbol = "f(x)",
               .help = "A function of x, such as x*tanh(softplus(x)); Help lists what it may use."},
          FormulaText{.check = check_formula},
          When{.applies = [](const Activations& a) { return a.shows(custom_function); }});

    field(&Activations::probe,
          Name{.id = "probe",
               .label = "Point",
               .symbol = "x_0",
               .help = "Where value, slope and curvature are read.",
               .group = "Range"},
          Real{.low = -1000, .high = 1000},
          When{.applies = [](const Activations& a) { return a.has_range(); },
               .limits =
                   [](const Activations& a) {
                     return Limits{a.low, a.high};
                   }});
    field(&Activations::low, Name{.id = "low", .label = "From", .help = "The left end of the axis."},
          Real{.low = -1000, .high = 999.9},
          When{.applies = [](const Activations& a) { return a.has_range(); },
               .limits =
                   [](const Activations& a) {
                     return Limits{-1000, std::clamp(a.high, -999.9, 1000.0) - 0.1};
                   },
               .stays = true});
    field(&Activations::high, Name{.id = "high", .label = "To", .help = "The right end of the axis."},
          Real{.low = -999.9, .high = 1000},
          When{.applies = [](const Activations& a) { return a.has_range(); },
               .limits =
                   [](const Activations& a) {
                     return Limits{std::clamp(a.low, -1000.0, 999.9) + 0.1, 1000};
                   },
               .stays = true});
    field(&Activations::year,
          Name{.id = "year", .label = "Year", .help = "The functions known by then are drawn; play it."},
          Integer{.low = 1943, .high = 2024}, When{.applies = in<ActivationView::history>});

    field(&Activations::input_mean,
          Name{.id = "input_mean",
               .label = "Mean of the input",
               .symbol = "\\mu",
               .help = "A bias shifts it.",
               .group = "Input"},
          Real{.low = -10, .high = 10}, When{.applies = in<ActivationView::input>});
    field(&Activations::input_deviation,
          Name{.id = "input_deviation",
               .label = "Its deviation",
               .symbol = "\\sigma",
               .help = "The standard deviation of the input."},
          Real{.low = 0.01, .high = 10, .scale = Scale::log}, When{.applies = in<ActivationView::input>});

    field(&Activations::gate,
          Name{.id = "gate",
               .label = "Gated unit",
               .help = "Which function of a multiplies b.",
               .group = "Gate"},
          Choice{.options = {{"glu", "GLU (sigmoid)"},
                             {"bilinear", "bilinear"},
                             {"reglu", "ReGLU"},
                             {"geglu", "GEGLU"},
                             {"swiglu", "SwiGLU"}}},
          When{.applies = in<ActivationView::gate>});
    field(&Activations::gate_input,
          Name{.id = "gate_input", .label = "Gate", .symbol = "a", .help = "What goes through the function."},
          Real{.low = -4, .high = 4}, When{.applies = in<ActivationView::gate>});
    field(&Activations::value_input,
          Name{.id = "value_input", .label = "Value", .symbol = "b", .help = "What is let through."},
          Real{.low = -4, .high = 4}, When{.applies = in<ActivationView::gate>});

    field(&Activations::weight_variance,
          Name{.id = "weight_variance",
               .label = "Weight variance",
               .symbol = "\\sigma_w^2",
               .help = "Variance of a weight times the number of inputs: 2 is He's choice.",
               .group = "Initialisation"},
          Real{.low = 0, .high = 25}, When{.applies = deep});
    field(&Activations::bias_variance,
          Name{.id = "bias_variance",
               .label = "Bias variance",
               .symbol = "\\sigma_b^2",
               .help = "Variance of a bias."},
          Real{.low = 0, .high = 4}, When{.applies = deep});
    field(&Activations::depth,
          Name{.id = "depth", .label = "Layers", .symbol = "L", .help = "How many layers follow the input."},
          Integer{.low = 1, .high = 200}, When{.applies = deep});
    field(&Activations::width,
          Name{.id = "width",
               .label = "Units a layer",
               .symbol = "n",
               .help = "Of the one network whose numbers are dots; the curve is for infinitely many."},
          Integer{.low = 2, .high = 256}, When{.applies = deep});
    field(&Activations::layer,
          Name{.id = "layer",
               .label = "Layer",
               .symbol = "l",
               .help = "The layer whose numbers are counted; 0 is the input."},
          Integer{.low = 0, .high = 200},
          When{.applies = in<ActivationView::layers>, .limits = [](const Activations& a) {
                 return Limits{0, static_cast<double>(a.depth)};
               }});
    field(&Activations::seed, Name{.id = "seed", .label = "Seed", .help = "Another seed, other weights."},
          SeedNumber{}, When{.applies = deep});

    field(&Activations::threshold,
          Name{.id = "threshold",
               .label = "Threshold",
               .symbol = "T",
               .help = "Where the threshold unit switches on.",
               .group = "Parameters"},
          Real{.low = -10, .high = 10},
          When{.applies = [](const Activations& a) { return a.shows(Activation::threshold); }});
    field(&Activations::leaky_slope,
          Name{.id = "leaky_slope",
               .label = "Leak",
               .symbol = "a",
               .help = "The slope of leaky ReLU left of 0."},
          Real{.low = -1, .high = 1},
          When{.applies = [](const Activations& a) { return a.shows(Activation::leaky_relu); }});
    field(&Activations::prelu_slope,
          Name{.id = "prelu_slope",
               .label = "Learned slope",
               .symbol = "a",
               .help = "The slope of PReLU left of 0; training starts at 0.25."},
          Real{.low = -1, .high = 1},
          When{.applies = [](const Activations& a) { return a.shows(Activation::prelu); }});
    field(&Activations::alpha,
          Name{.id = "alpha", .label = "Depth", .symbol = "\\alpha", .help = "ELU and CELU fall to −α."},
          Real{.low = 1e-3, .high = 10, .scale = Scale::log}, When{.applies = [](const Activations& a) {
            return a.shows(Activation::elu) || a.shows(Activation::celu);
          }});
    field(&Activations::beta,
          Name{.id = "beta",
               .label = "Sharpness",
               .symbol = "\\beta",
               .help = "The larger, the closer Swish and softplus come to ReLU."},
          Real{.low = 1e-3, .high = 100, .scale = Scale::log}, When{.applies = [](const Activations& a) {
            return a.shows(Activation::swish) || a.shows(Activation::softplus);
          }});
    field(&Activations::frequency,
          Name{.id = "frequency",
               .label = "Frequency",
               .symbol = "a",
               .help = "How often Snake winds about the identity."},
          Real{.low = 1e-3, .high = 100, .scale = Scale::log},
          When{.applies = [](const Activations& a) { return a.shows(Activation::snake); }});
  }
};

}  // namespace theta
