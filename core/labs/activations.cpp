// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"
#include "core/labs/lab_code.h"
#include "core/model/lab.h"

#include <algorithm>
#include <utility>

namespace theta {
namespace {

Figure draw_activations(const Activations& a, const Pass& pass) {
  switch (a.view) {
    case ActivationView::errors:
      return draw_errors(a);
    case ActivationView::input:
      return draw_input(a);
    case ActivationView::gate:
      return draw_gate(a);
    case ActivationView::depth:
      return draw_depth(a, pass);
    case ActivationView::layers:
      return draw_layers(a, pass);
    case ActivationView::history:
      return draw_history(a);
    case ActivationView::curves:
      break;
  }
  return draw_curves(a, pass);
}

std::vector<Preset> activations_presets() {
  using enum Activation;
  const auto functions = [](std::initializer_list<Activation> list) {
    std::vector<Function> chosen;
    for (const Activation each : list) chosen.push_back(function_of(each));
    std::ranges::sort(chosen);
    return chosen;
  };
  const auto preset = [](std::string id, Text name, Text look_for, const Activations& a) {
    return Preset{std::move(id), std::move(name), std::move(look_for), edits_to(a)};
  };
  return {
      preset(
          "dip", "GELU, SiLU and Mish dip below zero",
          "None of the three is monotone: each has a least value left of 0, where the slope changes its "
          "sign.",
          {.functions = functions({gelu, silu, mish}), .low = -4, .high = 2, .probe = -0.7517915246935645}),
      preset("saturation", "Sigmoid and tanh saturate",
             "Where it is shaded the slope is below 0.01. Both are bounded, yet tanh has slope 1 at 0 and "
             "the sigmoid only 1/4.",
             {.functions = functions({sigmoid, tanh}),
              .highlight = function_of(sigmoid),
              .low = -8,
              .high = 8,
              .probe = 0}),
      preset("dead", "ReLU and the units that never quite die",
             "Left of 0 ReLU has no slope: a unit that lands there learns nothing. The leaky ones keep a "
             "little. At 0 itself any slope from 0 to 1 would do; frameworks take 0, and training goes on.",
             {.functions = functions({relu, leaky_relu, elu}),
              .highlight = function_of(relu),
              .probe = -2,
              .leaky_slope = 0.1}),
      preset("three_gelus", "Three GELUs that are not the same",
             "At this scale the tanh form cannot be told from GELU; the quick form can: weights trained with "
             "one must be run with it.",
             {.functions = functions({gelu, gelu_tanh, gelu_quick}), .low = -4, .high = 1, .probe = -2.27}),
      preset(
          "swish_to_relu", "Swish: from a line to ReLU",
          "Play the sharpness: near 0 Swish is x/2, at 1 SiLU, at 1.702 the quick GELU, and far up ReLU. Its "
          "minimum slides along a line.",
          {.functions = functions({relu, swish}), .highlight = function_of(swish), .probe = -1, .beta = 1}),
      preset("hard", "Hard and soft",
             "The hard functions are straight pieces of the soft ones; two hard sigmoids of the same name "
             "have different slopes.",
             {.functions = functions({sigmoid, hard_sigmoid_torch, hard_sigmoid_theano}),
              .highlight = function_of(hard_sigmoid_torch),
              .probe = 1}),
      preset("own", "A formula of one's own", "Edit the formula: slope and curvature follow.",
             {.functions = {function_of(silu), custom_function},
              .highlight = custom_function,
              .expression = {"x*sigmoid(x) + 0.2*sin(3*x)"},
              .probe = 1}),
      preset("leaves", "Breaks: a square that leaves the plot",
             "The squared ReLU grows without bound in value and slope: its curve is cut where it leaves the "
             "plot.",
             {.functions = functions({relu, relu_squared}),
              .highlight = function_of(relu_squared),
              .low = -5,
              .high = 20,
              .probe = 3}),
      preset("pole", "Breaks: a formula with a pole",
             "At 1 the formula has no value, and left of 0 the logarithm has none: the curve is cut there, "
             "not joined.",
             {.functions = {custom_function},
              .highlight = custom_function,
              .expression = {"log(x)/(x - 1)^2"},
              .low = -2,
              .high = 4,
              .probe = 2}),
      preset("gelu_errors", "How far the quick GELU is off",
             "The quick form misses GELU by up to 0.02, near 2.27 on both sides; the tanh form by less than "
             "0.0005, which shows only under the microscope below.",
             {.view = ActivationView::errors, .probe = -2.27}),
      preset(
          "hard_errors", "How far hard sigmoids are off",
          "Two hard sigmoids of the same name miss the soft one by different amounts, in different places.",
          {.view = ActivationView::errors, .probe = 2.5, .comparison = Comparison::sigmoid}),
      preset("dying", "A bias that switches units off",
             "With the input's mean two deviations below 0, only 2.3 % of the inputs reach ReLU's slope: "
             "play the mean.",
             {.view = ActivationView::input,
              .highlight = function_of(relu),
              .input_mean = -2,
              .input_deviation = 1}),
      preset("selu_fixed", "SELU keeps mean 0 and variance 1",
             "A standard normal input leaves SELU with mean 0 and second moment 1; with another mean or "
             "deviation it "
             "is drawn back towards them. A network keeps this only with LeCun's initialisation, dense "
             "layers and no "
             "batch normalisation.",
             {.view = ActivationView::input, .highlight = function_of(selu)}),
      preset(
          "swiglu", "A gate that lets a value through",
          "Far left the gate is shut whatever the value; a line of equal output bends where the gate opens.",
          {.view = ActivationView::gate}),
      preset("reglu", "ReGLU: half a plane without gradient",
             "Left of 0 neither input gets a gradient; the bilinear unit has no such half.",
             {.view = ActivationView::gate, .gate = Gate::reglu, .gate_input = -1}),
      preset("he", "He's choice keeps ReLU alive, not GELU",
             "With weight variance 2 the variance of ReLU stays at 1. Choose GELU: it sinks, so that choice "
             "is exact "
             "for ReLU only.",
             {.view = ActivationView::depth,
              .highlight = function_of(relu),
              .weight_variance = 2,
              .bias_variance = 0}),
      preset("vanishing", "Breaks: a sigmoid's gradient vanishes",
             "Each layer multiplies the squared gradient by 0.056: not because the sigmoid is bounded, tanh "
             "is too, but "
             "because its slope is at most 1/4.",
             {.view = ActivationView::depth,
              .highlight = function_of(sigmoid),
              .weight_variance = 1,
              .bias_variance = 0}),
      preset(
          "sinking", "ReLU's numbers sink without He's choice",
          "With weight variance 1 each layer receives half the variance: drag the ring from layer to layer, "
          "then raise the weight variance to 2.",
          {.view = ActivationView::layers,
           .highlight = function_of(relu),
           .weight_variance = 1,
           .bias_variance = 0,
           .depth = 20,
           .width = 256}),
      preset("spike", "A sigmoid's outputs come close to one number",
             "With small weights every unit puts out nearly one half, give or take 0.04, whatever came in: "
             "what told "
             "inputs apart is all but gone.",
             {.view = ActivationView::layers,
              .highlight = function_of(sigmoid),
              .weight_variance = 0.1,
              .bias_variance = 0,
              .depth = 10,
              .width = 256,
              .layer = 5}),
      preset("edge", "tanh at the edge of chaos",
             "Drag the ring across the line: below it the gradient vanishes with depth, above it explodes.",
             {.view = ActivationView::depth,
              .highlight = function_of(tanh),
              .weight_variance = 1.760954639607,
              .bias_variance = 0.05,
              .depth = 100}),
      preset("history", "From a threshold to gated units",
             "Play the year: the newest functions stand out among those known before.",
             {.view = ActivationView::history, .year = 2010}),
  };
}

}  // namespace

Lab activations_lab() {
  return make_lab<Activations>({.id = "activations",
                                .name = "Activations",
                                .group = "Curves",
                                .summary = "What a unit does with its input: value, slope and curvature of "
                                           "the functions deep networks use, and of one's own.",
                                .source = "Definitions of the papers that named them; at a kink the slope is "
                                          "the one frameworks use, 0 for ReLU at 0."},
                               draw_activations, activations_presets, activations_code);
}

}  // namespace theta
