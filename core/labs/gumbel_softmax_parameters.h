// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/annealing.h"
#include "core/model/describe.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace theta {

/// Which panels are shown.
enum class GumbelView { overview, means, gradients, annealing, gaussian };

/// What the score function subtracts from f.
enum class ScoreBaseline { none, mean, best, leave_one_out };

enum class GaussianFunction { sine, square };

inline constexpr double least_probability = 1e-6;

struct GumbelSoftmax {
  GumbelView view = GumbelView::overview;
  std::vector<double> probabilities = {0.5, 0.3, 0.2};
  double temperature = 0.5;
  Seed seed = {6};
  int draw = 0;
  std::int64_t samples = 2000;
  int component = 1;
  double target = 0.45, offset = 0;
  ScoreBaseline baseline = ScoreBaseline::none;
  int batch = 10;
  Annealing schedule = Annealing::exponential;
  double floor = 0.1, rate = 1e-4;
  std::int64_t steps = 50'000, refresh = 500, step = 12'000;
  GaussianFunction function = GaussianFunction::sine;
  double frequency = 2, mean = 0.3, deviation = 1;

  int classes() const { return static_cast<int>(probabilities.size()); }
  bool of_classes() const { return view != GumbelView::gaussian; }
  AnnealingSchedule annealing() const {
    return {.kind = schedule,
            .start = temperature,
            .floor = std::min(floor, temperature),
            .rate = rate,
            .steps = static_cast<double>(steps),
            .refresh = static_cast<double>(refresh)};
  }
  /// The temperature of the samples shown: while annealing the schedule's.
  double present_temperature() const {
    return view == GumbelView::annealing ? annealed_temperature(annealing(), static_cast<double>(step))
                                         : temperature;
  }

  static void describe(auto&& field) {
    using Self = GumbelSoftmax;
    const auto of_classes = [](const Self& lab) { return lab.of_classes(); };
    const auto gradients = [](const Self& lab) { return lab.view == GumbelView::gradients; };
    const auto annealing = [](const Self& lab) { return lab.view == GumbelView::annealing; };
    const auto gaussian = [](const Self& lab) { return lab.view == GumbelView::gaussian; };

    field(&Self::view, Name{.id = "view", .label = "View", .help = "Which panels are shown.", .group = "Law"},
          Choice{.options = {{"overview", "samples and their law"},
                             {"means", "means against temperature"},
                             {"gradients", "gradient estimators"},
                             {"annealing", "annealing"},
                             {"gaussian", "Gaussian reparameterization"}}});
    field(&Self::probabilities,
          Name{.id = "probabilities",
               .label = "Probabilities",
               .symbol = "\\pi",
               .help =
                   "Of 2 to 12 classes, summing to 1; a bar that is dragged leaves the rest to the others."},
          Reals{.low = least_probability, .high = 1, .least = 2, .most = 12, .sums_to_one = true},
          Rules<Self>{.applies = of_classes});
    field(&Self::temperature,
          Name{.id = "temperature",
               .label = "Temperature",
               .symbol = "\\tau",
               .help = "Near 0 a sample is almost one-hot, far up almost even; annealing starts from here."},
          Real{.low = 0.01, .high = 20, .scale = Scale::log}, Rules<Self>{.applies = of_classes});

    field(&Self::seed,
          Name{.id = "seed",
               .label = "Seed",
               .help = "What the noise is drawn from; it stays while everything else is moved.",
               .group = "Noise"},
          SeedNumber{});
    field(&Self::draw,
          Name{.id = "draw", .label = "Draw", .symbol = "n", .help = "The one draw that is shown by itself."},
          Integer{.low = 0, .high = 1999}, Rules<Self>{.applies = of_classes});
    field(&Self::samples,
          Name{.id = "samples",
               .label = "Samples",
               .symbol = "N",
               .help = "How many draws frequencies, histograms and means are taken over."},
          Integer{.low = 100, .high = 1e6, .scale = Scale::log});

    field(&Self::component,
          Name{.id = "component",
               .label = "Logit",
               .symbol = "i",
               .help = "The class whose logit the gradient is taken for, counted from 1.",
               .group = "Gradient"},
          Integer{.low = 1, .high = 12}, Rules<Self>{.applies = gradients, .limits = [](const Self& lab) {
                                                       return Limits{1, 1.0 * lab.classes()};
                                                     }});
    field(&Self::target,
          Name{.id = "target",
               .label = "Target",
               .symbol = "t",
               .help = "The function is the squared distance of a weighted mean of y from here."},
          Real{.low = -1, .high = 2}, Rules<Self>{.applies = gradients});
    field(&Self::offset,
          Name{.id = "offset",
               .label = "Offset",
               .symbol = "c",
               .help = "Added to the function everywhere: no gradient changes, the score function's spread "
                       "does."},
          Real{.low = -100, .high = 100}, Rules<Self>{.applies = gradients});
    field(&Self::baseline,
          Name{.id = "baseline",
               .label = "Baseline",
               .symbol = "b",
               .help = "What the score function subtracts from the function's value."},
          Choice{.options = {{"none", "none"},
                             {"mean", "the mean of f"},
                             {"best", "of least variance over all logits"},
                             {"leave_one_out", "the mean of the other samples"}}},
          Rules<Self>{.applies = gradients});
    field(&Self::batch,
          Name{.id = "batch",
               .label = "Samples a step",
               .symbol = "m",
               .help = "How many samples share their mean as baseline."},
          Integer{.low = 2, .high = 1000, .scale = Scale::log}, Rules<Self>{.applies = [](const Self& lab) {
            return lab.view == GumbelView::gradients && lab.baseline == ScoreBaseline::leave_one_out;
          }});

    field(&Self::schedule,
          Name{.id = "schedule",
               .label = "Schedule",
               .help = "How the temperature falls from where it starts.",
               .group = "Annealing"},
          Choice{.options = {{"exponential", "exponential"},
                             {"linear", "linear"},
                             {"cosine", "cosine"},
                             {"constant", "constant"}}},
          Rules<Self>{.applies = annealing});
    field(&Self::step,
          Name{.id = "step", .label = "Step", .symbol = "t", .help = "The training step; play it."},
          Integer{.low = 0, .high = 1e6}, Rules<Self>{.applies = annealing, .limits = [](const Self& lab) {
                                                        return Limits{0, static_cast<double>(lab.steps)};
                                                      }});
    field(&Self::steps, Name{.id = "steps", .label = "Steps in all", .help = "How long training is."},
          Integer{.low = 100, .high = 1e6, .scale = Scale::log}, Rules<Self>{.applies = annealing});
    field(&Self::floor,
          Name{.id = "floor",
               .label = "Floor",
               .symbol = "\\tau_{min}",
               .help = "The temperature never falls below it; above the start it has no effect."},
          Real{.low = 0.01, .high = 20, .scale = Scale::log}, Rules<Self>{.applies = [](const Self& lab) {
            return lab.view == GumbelView::annealing && lab.schedule != Annealing::constant;
          }});
    field(&Self::rate,
          Name{.id = "rate",
               .label = "Rate",
               .symbol = "r",
               .help = "The exponential schedule falls to 37 % in 1/r steps."},
          Real{.low = 1e-6, .high = 0.1, .scale = Scale::log, .unit = "per step"},
          Rules<Self>{.applies = [](const Self& lab) {
            return lab.view == GumbelView::annealing && lab.schedule == Annealing::exponential;
          }});
    field(&Self::refresh,
          Name{.id = "refresh",
               .label = "Set anew every",
               .help = "The temperature changes only every so many steps."},
          Integer{.low = 1, .high = 10'000, .scale = Scale::log, .unit = "steps"},
          Rules<Self>{.applies = annealing});

    field(&Self::function,
          Name{.id = "function",
               .label = "Function",
               .symbol = "f",
               .help = "What the mean is taken of.",
               .group = "Gaussian"},
          Choice{.options = {{"sine", "sin(kz)"}, {"square", "z²"}}}, Rules<Self>{.applies = gaussian});
    field(&Self::frequency,
          Name{.id = "frequency", .label = "Frequency", .symbol = "k", .help = "How fast the sine turns."},
          Real{.low = 0.1, .high = 10, .scale = Scale::log}, Rules<Self>{.applies = [](const Self& lab) {
            return lab.view == GumbelView::gaussian && lab.function == GaussianFunction::sine;
          }});
    field(&Self::mean,
          Name{.id = "mean", .label = "Mean", .symbol = "\\mu", .help = "Where the Gaussian law is centred."},
          Real{.low = -5, .high = 5}, Rules<Self>{.applies = gaussian});
    field(&Self::deviation,
          Name{.id = "deviation",
               .label = "Deviation",
               .symbol = "\\sigma",
               .help = "How wide the Gaussian law is."},
          Real{.low = 0.1, .high = 5, .scale = Scale::log}, Rules<Self>{.applies = gaussian});
  }
};

}  // namespace theta
