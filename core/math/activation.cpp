// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

// Klambauer et al., 2017: the fixed point of mean 0 and variance 1.
constexpr double selu_alpha = 1.6732632423543772848, selu_lambda = 1.0507009873554804934;
constexpr double rrelu_slope = 11.0 / 48;  // the mean of the training bounds 1/8 and 1/3; Xu et al., 2015
constexpr double quick_beta = 1.702;

// Name, definition, year of the papers, 0 where no paper stands for it; Heaviside 1 for x > 0, else 0.
constexpr std::array table = {
    ActivationFacts{"threshold", "threshold", "H(x - T)", 1943, true},
    ActivationFacts{"sign", "sign", "\\mathrm{sgn}(x)", 1960, true},
    ActivationFacts{"linear", "linear", "x", 1960, true},
    ActivationFacts{"sigmoid", "sigmoid", "1/(1 + e^{-x})", 1986, false},
    ActivationFacts{"tanh", "tanh", "\\tanh x", 1986, false},
    ActivationFacts{"lecun_tanh", "LeCun's tanh", "1.7159 \\tanh(2x/3)", 1989, false},
    ActivationFacts{"hard_sigmoid_torch", "hard sigmoid", "\\min(\\max(x/6 + 1/2, 0), 1)", 2019, true},
    ActivationFacts{"hard_sigmoid_theano", "hard sigmoid (Theano)", "\\min(\\max(0.2x + 1/2, 0), 1)", 2015,
                    true},
    ActivationFacts{"hardtanh", "hard tanh", "\\min(\\max(x, -1), 1)", 2004, true},
    ActivationFacts{"softsign", "softsign", "x/(1 + |x|)", 2009, false},
    ActivationFacts{"arctan", "arctan", "\\mathrm{arctan} x", 0, false},
    ActivationFacts{"relu", "ReLU", "\\max(x, 0)", 1969, true},
    ActivationFacts{"relu6", "ReLU6", "\\min(\\max(x, 0), 6)", 2010, true},
    ActivationFacts{"leaky_relu", "leaky ReLU", "\\max(x, 0) + a \\min(x, 0)", 2013, true},
    ActivationFacts{"prelu", "PReLU", "\\max(x, 0) + a \\min(x, 0)", 2015, true},
    ActivationFacts{"rrelu", "RReLU (evaluation)", "\\max(x, 0) + (11/48) \\min(x, 0)", 2015, true},
    ActivationFacts{"elu", "ELU", "\\max(x, 0) + \\alpha(e^{\\min(x, 0)} - 1)", 2015, false},
    ActivationFacts{"celu", "CELU", "\\max(x, 0) + \\alpha(e^{\\min(x, 0)/\\alpha} - 1)", 2017, false},
    ActivationFacts{"selu", "SELU", "1.0507 (\\max(x, 0) + 1.6733 (e^{\\min(x, 0)} - 1))", 2017, false},
    ActivationFacts{"softplus", "softplus", "\\ln(1 + e^{\\beta x})/\\beta", 2001, false},
    ActivationFacts{"gelu", "GELU", "x \\Phi(x)", 2016, false},
    ActivationFacts{"gelu_tanh", "GELU (tanh)", "(x/2)(1 + \\tanh(0.7979(x + 0.044715 x^3)))", 2016, false},
    ActivationFacts{"gelu_quick", "GELU (quick)", "x \\sigma(1.702 x)", 2016, false},
    ActivationFacts{"silu", "SiLU", "x \\sigma(x)", 2016, false},
    ActivationFacts{"swish", "Swish", "x \\sigma(\\beta x)", 2017, false},
    ActivationFacts{"mish", "Mish", "x \\tanh(\\ln(1 + e^x))", 2019, false},
    ActivationFacts{"hard_swish", "hard swish", "x \\min(\\max(x + 3, 0), 6)/6", 2019, false},
    ActivationFacts{"relu_squared", "squared ReLU", "\\max(x, 0)^2", 2021, false},
    ActivationFacts{"snake", "Snake", "x + \\sin^2(ax)/a", 2020, false},
    ActivationFacts{"log_sigmoid", "log-sigmoid", "-\\ln(1 + e^{-x})", 0, false},
};
static_assert(table.size() == static_cast<std::size_t>(Activation::log_sigmoid) + 1);

/// A line of this slope and height at 0 on the right of 0 and of that slope on the left.
ActivationValue bent_line(double x, double left_slope, bool zero_is_right) {
  const bool right = x > 0 || (x == 0 && zero_is_right);
  return {right ? x : left_slope * x, right ? 1 : left_slope, 0};
}

/// min(max(slope · x + height, low), high).
ActivationValue ramp(double x, double slope, double height, double low, double high) {
  const double line = slope * x + height;
  const bool rises = line > low && line < high;
  return {std::clamp(line, low, high), rises ? slope : 0, 0};
}

/// scale · (max(x, 0) + α(e^{min(x,0)/width} − 1)); at 0 the slope and curvature of the left side unless α =
/// width, where the slope has no kink.
ActivationValue exponential_linear(double x, double scale, double alpha, double width) {
  if (x > 0) return {scale * x, scale, 0};
  const double power = std::exp(x / width);
  return {scale * alpha * std::expm1(x / width), scale * alpha / width * power,
          scale * alpha / (width * width) * power};
}

ActivationValue tanh_scaled(double x, double height, double rate) {
  const double t = std::tanh(rate * x);
  const double cosh = std::cosh(std::clamp(rate * x, -700.0, 700.0));
  const double falling = 1 / cosh / cosh;  // 1 − t² without its cancellation
  return {height * t, height * rate * falling, -2 * height * rate * rate * t * falling};
}

ActivationValue scaled_sigmoid_product(double x, double beta) {  // x σ(βx)
  const double s = sigmoid(beta * x), other = sigmoid(-beta * x);
  const double scaled = std::isinf(beta * x) ? 0 : beta * x * s * other;
  const double curvature = s * other == 0 ? 0 : beta * s * other * (2 + beta * x * (other - s));
  return {s == 0 ? 0 : x * s, s + scaled, curvature};
}

ActivationValue gelu(double x) {
  const double density = normal_density(x), distribution = normal_distribution(x);
  if (density == 0) return {x > 0 ? x : -0.0, x > 0 ? 1.0 : 0.0, 0};
  return {x * distribution, distribution + x * density, (2 - x * x) * density};
}

ActivationValue gelu_tanh(double x) {
  constexpr double cubic = 0.044715;
  const double rate = std::sqrt(2 / pi);
  if (std::abs(x) > 30)
    return {x > 0 ? x : -0.0, x > 0 ? 1.0 : 0.0, 0};  // beyond, the rest is below the smallest double
  const double u = rate * (x + cubic * x * x * x);
  const double first = rate * (1 + 3 * cubic * x * x), second = rate * 6 * cubic * x;
  const double s = sigmoid(2 * u), other = sigmoid(-2 * u);  // ½(1 + tanh u) without its cancellation
  const double slope_of_s = 2 * first * s * other;
  const double curvature_of_s = 2 * second * s * other + 4 * first * first * s * other * (other - s);
  return {x * s, s + x * slope_of_s, 2 * slope_of_s + x * curvature_of_s};
}

ActivationValue mish(double x) {
  if (x > 350) return {x, 1, 0};
  if (x < -745) return {-0.0, 0, 0};
  const double e = std::exp(x);
  const double n = e * (e + 2);
  const double w = n / (n + 2);                           // tanh(softplus x)
  const double rest = 4 * ((n + 1) / (n + 2)) / (n + 2);  // 1 − w² without its cancellation
  const double s = sigmoid(x), other = sigmoid(-x);
  const double slope_of_w = rest * s;
  const double curvature_of_w = rest * s * (other - 2 * w * s);
  return {x * w, w + x * slope_of_w, 2 * slope_of_w + x * curvature_of_w};
}

ActivationValue hard_swish(double x) {
  if (x <= -3) return {0, 0, 0};
  if (x >= 3) return {x, 1, 0};
  return {x * (x + 3) / 6, (2 * x + 3) / 6, 1.0 / 3};
}

ActivationValue softsign(double x) {
  const double below = 1 + std::abs(x);
  const double curvature = x == 0 ? 0 : -2 * std::copysign(1 / below / below / below, x);
  return {x / below, 1 / below / below, curvature};
}

ActivationValue arctan(double x) {
  const double slope = 1 / (1 + x * x);
  return {std::atan(x), slope, slope == 0 ? 0 : -2 * x * slope * slope};
}

ActivationValue snake(double x, double a) {
  const double sine = std::sin(a * x);
  return {x + sine * sine / a, 1 + std::sin(2 * a * x), 2 * a * std::cos(2 * a * x)};
}

ActivationValue softplus_scaled(double x, double beta) {
  const double s = sigmoid(beta * x);
  const double value = x > 0 && std::isinf(beta * x) ? x : softplus(beta * x) / beta;
  return {value, s, beta * s * sigmoid(-beta * x)};
}

ActivationValue sigmoid_with_slopes(double x) {
  const double s = sigmoid(x), other = sigmoid(-x);
  return {s, s * other, s * other * (other - s)};
}

}  // namespace

double sigmoid(double x) {
  if (x >= 0) return 1 / (1 + std::exp(-x));
  const double e = std::exp(x);
  return e / (1 + e);
}

double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

double normal_density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * pi); }

double normal_distribution(double x) { return std::erfc(-x / std::numbers::sqrt2) / 2; }

ActivationValue evaluate(Activation activation, double x, const ActivationParameters& p) {
  switch (activation) {
    case Activation::threshold:
      return {x > p.threshold ? 1.0 : 0.0, 0, 0};
    case Activation::sign:
      return {static_cast<double>((x > 0) - (x < 0)), 0, 0};
    case Activation::linear:
      return {x, 1, 0};
    case Activation::sigmoid:
      return sigmoid_with_slopes(x);
    case Activation::tanh:
      return tanh_scaled(x, 1, 1);
    case Activation::lecun_tanh:
      return tanh_scaled(x, 1.7159, 2.0 / 3);
    case Activation::hard_sigmoid_torch:
      return ramp(x, 1.0 / 6, 0.5, 0, 1);
    case Activation::hard_sigmoid_theano:
      return ramp(x, 0.2, 0.5, 0, 1);
    case Activation::hardtanh:
      return ramp(x, 1, 0, -1, 1);
    case Activation::softsign:
      return softsign(x);
    case Activation::arctan:
      return arctan(x);
    case Activation::relu:
      return bent_line(x, 0, false);
    case Activation::relu6:
      return ramp(x, 1, 0, 0, 6);
    case Activation::leaky_relu:
      return bent_line(x, p.leaky_slope, false);
    case Activation::prelu:
      return bent_line(x, p.prelu_slope, false);
    case Activation::rrelu:
      return bent_line(x, rrelu_slope, true);
    case Activation::elu:
      return exponential_linear(x, 1, p.alpha, 1);
    case Activation::celu:
      return exponential_linear(x, 1, p.alpha, p.alpha);
    case Activation::selu:
      return exponential_linear(x, selu_lambda, selu_alpha, 1);
    case Activation::softplus:
      return softplus_scaled(x, p.beta);
    case Activation::gelu:
      return gelu(x);
    case Activation::gelu_tanh:
      return gelu_tanh(x);
    case Activation::gelu_quick:
      return scaled_sigmoid_product(x, quick_beta);
    case Activation::silu:
      return scaled_sigmoid_product(x, 1);
    case Activation::swish:
      return scaled_sigmoid_product(x, p.beta);
    case Activation::mish:
      return mish(x);
    case Activation::hard_swish:
      return hard_swish(x);
    case Activation::relu_squared:
      return x > 0 ? ActivationValue{x * x, 2 * x, 2} : ActivationValue{};
    case Activation::snake:
      return snake(x, p.frequency);
    case Activation::log_sigmoid: {
      const double s = sigmoid(-x);
      return {-softplus(-x), s, -s * sigmoid(x)};
    }
  }
  return {};
}

std::vector<Kink> kinks(Activation activation, const ActivationParameters& p) {
  switch (activation) {
    case Activation::threshold:
      return {{p.threshold, true}};
    case Activation::sign:
      return {{0, true}};
    case Activation::hard_sigmoid_torch:
    case Activation::hard_swish:
      return {{-3}, {3}};
    case Activation::hard_sigmoid_theano:
      return {{-2.5}, {2.5}};
    case Activation::hardtanh:
      return {{-1}, {1}};
    case Activation::relu6:
      return {{0}, {6}};
    case Activation::softsign:
    case Activation::relu:
    case Activation::leaky_relu:
    case Activation::prelu:
    case Activation::rrelu:
    case Activation::elu:
    case Activation::celu:
    case Activation::selu:
    case Activation::relu_squared:
      return {{0}};
    default:
      return {};
  }
}

const ActivationFacts& facts(Activation activation) { return table[static_cast<std::size_t>(activation)]; }

std::span<const ActivationFacts> all_activations() { return table; }

}  // namespace theta
