// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace theta {

/// The scalar activation functions, in the order of their families.
enum class Activation {
  threshold,
  sign,
  linear,
  sigmoid,
  tanh,
  lecun_tanh,
  hard_sigmoid_torch,
  hard_sigmoid_theano,
  hardtanh,
  softsign,
  arctan,
  relu,
  relu6,
  leaky_relu,
  prelu,
  rrelu,
  elu,
  celu,
  selu,
  softplus,
  gelu,
  gelu_tanh,
  gelu_quick,
  silu,
  swish,
  mish,
  hard_swish,
  relu_squared,
  snake,
  log_sigmoid
};

/// What the functions that have a parameter take; each reads its own only.
struct ActivationParameters {
  double threshold = 0;       ///< T of threshold
  double leaky_slope = 0.01;  ///< a of leaky_relu
  double prelu_slope = 0.25;  ///< a of prelu, where training starts
  double alpha = 1;           ///< α > 0 of elu and celu
  double beta = 1;            ///< β > 0 of softplus and swish
  double frequency = 1;       ///< a > 0 of snake
};

struct ActivationValue {
  double value = 0, slope = 0, curvature = 0;
};

/// A point where a function is not smooth.
struct Kink {
  double x = 0;
  bool value_jumps = false;  ///< else its slope or its curvature does
};

struct ActivationFacts {
  std::string_view id;    ///< as in the command line: relu, gelu_tanh
  std::string_view name;  ///< as papers write it
  std::string_view tex;   ///< the definition
  int year = 0;
  bool piecewise_linear = false;  ///< its curvature is 0 wherever there is one
};

/// f(x), f′(x) and f″(x), in forms that neither overflow nor cancel for any finite x. At a kink the slope is
/// the one frameworks use: 0 for relu, relu6 and relu_squared, the left one for leaky_relu and prelu, the
/// right one for rrelu, 1 for elu and celu at 0, λα for selu; at the ends of hard functions that of the flat
/// side, but for hard_swish at 3, 1. f″ at a kink is 0 but for elu (its left value). Definitions and sources:
/// the table of activation.cpp.
ActivationValue evaluate(Activation activation, double x, const ActivationParameters& parameters = {});

/// Where the function is not smooth, ascending.
std::vector<Kink> kinks(Activation activation, const ActivationParameters& parameters = {});

const ActivationFacts& facts(Activation activation);

/// All of them, in the order of the enumeration.
std::span<const ActivationFacts> all_activations();

/// 1/(1 + e^{−x}), accurate in relative terms on both sides.
double sigmoid(double x);

/// ln(1 + eˣ).
double softplus(double x);

/// The standard normal density and distribution function.
double normal_density(double x);
double normal_distribution(double x);

}  // namespace theta
