// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"
#include "core/labs/gumbel_softmax_panels.h"
#include "core/math/gaussian_gradient.h"
#include "core/math/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

constexpr Role pathwise_role = Role::series_2, baseline_role = Role::series_3;

bool is_sine(const GumbelSoftmax& lab) { return lab.function == GaussianFunction::sine; }

double value(const GumbelSoftmax& lab, double z) {
  return is_sine(lab) ? std::sin(lab.frequency * z) : z * z;
}

double slope(const GumbelSoftmax& lab, double z) {
  return is_sine(lab) ? lab.frequency * std::cos(lab.frequency * z) : 2 * z;
}

/// What the spread is drawn against: the frequency of the sine, the mean of the square.
double abscissa(const GumbelSoftmax& lab) { return is_sine(lab) ? lab.frequency : lab.mean; }

GaussianGradient gradient_at(const GumbelSoftmax& lab, double at) {
  return is_sine(lab) ? sine_gradient(at, lab.mean, lab.deviation) : square_gradient(at, lab.deviation);
}

double root(double variance) { return std::sqrt(std::max(0.0, variance)); }

struct SampledSpread {
  double gradient = 0, pathwise = 0, score = 0;
};

SampledSpread sampled_spread(const GumbelSoftmax& lab, const Pass& pass) {
  const std::int64_t count = pass.quick ? std::min<std::int64_t>(lab.samples, 10'000) : lab.samples;
  Random random(lab.seed.number);
  double path = 0, path_square = 0, score = 0, score_square = 0;
  std::int64_t n = 0;
  for (; n < count && !((n & 4095) == 0 && pass.stop.stop_requested()); ++n) {
    const double noise = random.normal(), z = lab.mean + lab.deviation * noise;
    const double along = slope(lab, z), by_score = value(lab, z) * noise / lab.deviation;
    path += along;
    path_square += along * along;
    score += by_score;
    score_square += by_score * by_score;
  }
  const auto drawn = static_cast<double>(std::max<std::int64_t>(n, 1));
  return {path / drawn, root(path_square / drawn - path * path / drawn / drawn),
          root(score_square / drawn - score * score / drawn / drawn)};
}

Panel function_panel(const GumbelSoftmax& lab) {
  const double low = lab.mean - 4 * lab.deviation, high = lab.mean + 4 * lab.deviation;
  Curve function{.mark = {.id = "function", .label = is_sine(lab) ? "$sin(kz)$" : "$z^2$", .role = Role::ink},
                 .width = 2};
  Band density{.mark = {.id = "density", .label = "density of $z$", .role = pathwise_role}};
  double least = 0, most = 0;
  const int steps = 600;
  for (int i = 0; i <= steps; ++i) {
    const double z = low + (high - low) * i / steps;
    function.x.push_back(z);
    function.y.push_back(value(lab, z));
    least = std::min(least, function.y.back());
    most = std::max(most, function.y.back());
  }
  const Limits limits = rounded_outward(least, most, 1);
  for (const double z : function.x) {
    const double away = (z - lab.mean) / lab.deviation;
    density.x.push_back(z);
    density.low.push_back(limits.low);
    density.high.push_back(limits.low + 0.6 * (limits.high - limits.low) * std::exp(-away * away / 2));
  }
  Panel panel{.id = "function", .title = "The function and the law", .hint = "drag the ring"};
  panel.x = {.label = "$z = \\mu + \\sigma \\epsilon$", .low = low, .high = high};
  panel.y = {.label = "$f(z)$", .low = limits.low, .high = limits.high};
  panel.layers = {density, function, Rule{.mark = {.id = "mean", .role = pathwise_role}, .at = lab.mean}};
  return panel;
}

Panel spread_panel(const GumbelSoftmax& lab, const SampledSpread& sampled) {
  Curve pathwise{.mark = {.id = "pathwise_deviation", .label = "pathwise", .role = pathwise_role},
                 .width = 2};
  Curve score{.mark = {.id = "score_deviation", .label = "score function", .role = gumbel_score_role},
              .width = 2};
  Curve baseline{.mark = {.id = "baseline_deviation", .label = "with baseline $E f$", .role = baseline_role},
                 .dash = Dash::dashed,
                 .width = 2};
  for (int i = 0; i <= 200; ++i) {
    const double at = is_sine(lab) ? 0.1 * std::pow(100, i / 200.0) : -5 + i / 20.0;
    const GaussianGradient each = gradient_at(lab, at);
    for (Curve* curve : {&pathwise, &score, &baseline}) curve->x.push_back(at);
    pathwise.y.push_back(root(each.pathwise_variance));
    score.y.push_back(root(each.score_variance));
    baseline.y.push_back(root(each.baseline_variance));
  }
  double most = 0;
  for (const Curve* curve : {&pathwise, &score, &baseline})
    most = std::max(most, *std::ranges::max_element(curve->y));
  Panel panel{.id = "spread", .title = "Standard deviation of one sample", .hint = "drag the ring"};
  panel.x = is_sine(lab) ? Axis{.label = "frequency $k$", .scale = AxisScale::log, .low = 0.1, .high = 10}
                         : Axis{.label = "mean $\\mu$", .low = -5, .high = 5};
  panel.y = {.label = "standard deviation", .low = 0, .high = rounded_up(1.05 * most)};
  const double at = abscissa(lab);
  panel.layers = {pathwise, score, baseline,
                  Points{.mark = {.id = "sampled_deviation", .label = "of samples", .role = Role::ink},
                         .x = {at, at},
                         .y = {sampled.pathwise, sampled.score},
                         .marker = Marker::square,
                         .size = 6},
                  Rule{.mark = {.id = "present", .role = Role::muted}, .at = at}};
  return panel;
}

}  // namespace

Figure gaussian_figure(const GumbelSoftmax& lab, const Pass& pass) {
  const GaussianGradient exact = gradient_at(lab, abscissa(lab));
  const SampledSpread sampled = sampled_spread(lab, pass);
  Figure figure{.title = "Reparameterization of a Gaussian"};
  figure.panels = {function_panel(lab), spread_panel(lab, sampled)};
  figure.panels[1].cell = {.row = 0, .column = 1};
  figure.handles = {
      {.id = "mean",
       .panel = "function",
       .label = "Mean $\\mu$",
       .at = {lab.mean, value(lab, lab.mean)},
       .role = pathwise_role,
       .bindings = {{.parameter = id_of(&GumbelSoftmax::mean), .coordinate = Binding::Coordinate::x}}},
      {.id = "abscissa",
       .panel = "spread",
       .label = is_sine(lab) ? Text("Frequency $k$") : Text("Mean $\\mu$"),
       .at = {abscissa(lab), root(exact.pathwise_variance)},
       .role = pathwise_role,
       .bindings = {
           {.parameter = is_sine(lab) ? id_of(&GumbelSoftmax::frequency) : id_of(&GumbelSoftmax::mean),
            .coordinate = Binding::Coordinate::x}}}};
  figure.readings = {
      {.id = "gradient", .label = "exact gradient", .value = exact.gradient},
      {.id = "sampled_gradient", .label = "pathwise mean of samples", .value = sampled.gradient},
      {.id = "pathwise_variance", .label = "pathwise variance", .value = exact.pathwise_variance},
      {.id = "score_variance", .label = "score function's", .value = exact.score_variance},
      {.id = "baseline_variance", .label = "with baseline", .value = exact.baseline_variance},
  };
  figure.worked = {
      "pathwise: $f\\prime(\\mu + \\sigma\\epsilon)$; score function: $(f(z) - b)(z - \\mu)/\\sigma^2$",
      say("variances {} and {}, with baseline {}", exact.pathwise_variance, exact.score_variance,
          exact.baseline_variance)};
  const bool pathwise = exact.pathwise_variance < exact.score_variance;
  figure.description =
      say("The gradient of a mean over a Gaussian law with mean {} and deviation {} is {}. One pathwise "
          "sample is spread by "
          "{}, one of the score function by {}: {} is the better choice here.",
          lab.mean, lab.deviation, exact.gradient, root(exact.pathwise_variance), root(exact.score_variance),
          pathwise ? Text("pathwise") : Text("the score function"));
  return figure;
}

}  // namespace theta
