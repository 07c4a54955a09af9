// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/gumbel_softmax_panels.h"
#include "core/labs/lab_code.h"
#include "core/math/concrete.h"
#include "core/math/softmax.h"
#include "core/model/lab.h"

#include <cmath>
#include <memory>

namespace theta {
namespace {

void place(Panel& panel, int row, int column) { panel.cell = {.row = row, .column = column}; }

void add_overview(Figure& figure, const GumbelScene& scene, const Pass& pass) {
  figure.panels = {probabilities_panel(scene), sample_panel(scene), law_panel(scene),
                   sharpness_panel(scene, pass)};
  for (int i = 0; i < 4; ++i) place(figure.panels[static_cast<std::size_t>(i)], i / 2, i % 2);
  figure.handles = probability_handles(scene);
  figure.handles.push_back(temperature_handle(scene, "sharpness", scene.expectation.maximum));
}

void add_means(Figure& figure, const GumbelScene& scene, const Pass& pass) {
  figure.panels = {probabilities_panel(scene), mean_bars_panel(scene), means_panel(scene, pass),
                   sharpness_panel(scene, pass)};
  for (int i = 0; i < 4; ++i) place(figure.panels[static_cast<std::size_t>(i)], i / 2, i % 2);
  figure.handles = probability_handles(scene);
  figure.handles.push_back(temperature_handle(scene, "means", scene.expectation.mean[0]));
  figure.handles.push_back(temperature_handle(scene, "sharpness", scene.expectation.maximum));
}

/// The largest distance of a winner's frequency from its probability, in standard deviations.
double farthest_frequency(const GumbelScene& scene) {
  double farthest = 0;
  for (std::size_t k = 0; k < scene.classes(); ++k) {
    const double p = scene.probabilities[k],
                 deviation = std::sqrt(p * (1 - p) / static_cast<double>(scene.tally.count));
    farthest = std::max(farthest, std::abs(scene.tally.won[k] - p) / deviation);
  }
  return farthest;
}

std::vector<Reading> readings(const GumbelScene& scene) {
  const ConcreteSample sample = concrete_sample(scene.shown, scene.temperature);
  return {
      {.id = "winner",
       .label = "Gumbel-Max draws",
       .value = static_cast<double>(scene.won_by + 1),
       .significant = 0},
      {.id = "winner_share", .label = "$max\\,y$ of the draw", .value = sample.y[scene.won_by]},
      {.id = "expected_share", .label = "$E\\,y_1$", .value = scene.expectation.mean[0], .significant = 6},
      {.id = "share_deviation",
       .label = "spread of $y_1$",
       .value = std::sqrt(std::max(0.0, scene.expectation.variance[0]))},
      {.id = "expected_maximum",
       .label = "$E\\,max\\,y$",
       .value = scene.expectation.maximum,
       .significant = 6},
      {.id = "expected_entropy",
       .label = "$E$ entropy",
       .value = scene.expectation.entropy,
       .unit = "nats",
       .significant = 6},
      {.id = "law_entropy",
       .label = "entropy of $\\pi$",
       .value = entropy(scene.probabilities),
       .unit = "nats"},
      {.id = "farthest_frequency",
       .label = "winners off by",
       .value = farthest_frequency(scene),
       .unit = "sd",
       .significant = 3},
  };
}

std::vector<Text> worked(const GumbelScene& scene) {
  const std::size_t k = scene.won_by;
  const double logit = std::log(scene.probabilities[k]), x = scene.shown[k];
  const ConcreteSample sample = concrete_sample(scene.shown, scene.temperature);
  return {say("$ln\\,\\pi_{{}} + g_{{}} = {} + {} = {}$, the largest: class {} wins", k + 1, k + 1, logit,
              x - logit, x, k + 1),
          say("$y_{{}} = exp({}/{}) / \\Sigma = {}$", k + 1, x, scene.temperature, sample.y[k])};
}

Text description(const GumbelScene& scene) {
  return say(
      "{} classes at temperature {}: in {} draws class 1 won {} of the time, where its probability is {}. On "
      "average the largest share is {} and the entropy {} nats. In draw {} class {} wins with the share {}.",
      scene.classes(), scene.temperature, scene.tally.count, scene.tally.won[0], scene.probabilities[0],
      scene.expectation.maximum, scene.expectation.entropy, scene.lab.draw, scene.won_by + 1,
      concrete_sample(scene.shown, scene.temperature).y[scene.won_by]);
}

Figure draw_gumbel_softmax(const GumbelSoftmax& lab, const Pass& pass, ExpectationMemo& memo) {
  if (lab.view == GumbelView::gaussian) return gaussian_figure(lab, pass);
  const GumbelScene scene = gumbel_scene(lab, pass, memo);
  Figure figure{.title = "Gumbel-Softmax"};
  figure.readings = readings(scene);
  figure.worked = worked(scene);
  figure.description = description(scene);
  switch (lab.view) {
    case GumbelView::means:
      add_means(figure, scene, pass);
      break;
    case GumbelView::gradients:
      add_gradient_view(figure, scene, pass);
      break;
    case GumbelView::annealing:
      add_annealing_view(figure, scene);
      break;
    default:
      add_overview(figure, scene, pass);
  }
  return figure;
}

std::vector<Preset> gumbel_softmax_presets() {
  const auto preset = [](std::string id, Text name, Text look_for, const GumbelSoftmax& lab) {
    return Preset{std::move(id), std::move(name), std::move(look_for), edits_to(lab)};
  };
  return {
      preset("same_winner", "Temperature does not choose",
             "Move the temperature: the bars of the draw go from one-hot to flat, but the class that wins "
             "stays, "
             "and so do all frequencies.",
             {.temperature = 1}),
      preset(
          "corners", "Below 1/(K − 1) the middle empties",
          "Drag the temperature through 0.5: above it the density has a top inside the simplex, below it the "
          "draws gather in the corners.",
          {.temperature = 0.4}),
      preset("binary", "Two classes: a bowl below 1, a hill above",
             "At temperature 1 and even probabilities the law is flat; below it is a bowl without a mode "
             "inside, "
             "above a hill.",
             {.probabilities = {0.3, 0.7}, .temperature = 0.5, .samples = 20'000}),
      preset(
          "mean_is_not_law", "The mean is not π",
          "Only the winners follow π. The mean share of each class leaves its dashed line as the temperature "
          "rises, and ends at 1/K: Gumbel-Softmax does not sample a categorical, Gumbel-Max does.",
          {.view = GumbelView::means, .temperature = 2, .samples = 20'000}),
      preset("many_classes", "Twelve classes, a million draws",
             "Each row is the histogram of one share. The quick picture is refined once the hand rests.",
             {.probabilities = {0.25, 0.2, 0.15, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02, 0.01, 0.01},
              .temperature = 0.3,
              .samples = 1'000'000}),
      preset(
          "bias_or_spread", "A lower temperature is not simply better",
          "Drag the temperature: towards 0 the bias of Gumbel-Softmax goes, but its spread grows as one over "
          "the root of the temperature. What is gained in one is lost in the other.",
          {.view = GumbelView::gradients, .probabilities = {0.3, 0.7}, .temperature = 0.3}),
      preset("wrong_sign", "Breaks: a gradient that points the wrong way",
             "The exact gradient is positive, and the mean of Gumbel-Softmax is negative at temperatures "
             "from 0.18 "
             "to 6.5. Straight-through estimates are biased too, at every temperature shown.",
             {.view = GumbelView::gradients, .probabilities = {0.2, 0.8}, .temperature = 0.5}),
      preset("three_classes", "The same with three classes",
             "Nothing is special about two: raise the temperature, and bias comes as the spread goes.",
             {.view = GumbelView::gradients}),
      preset(
          "offset", "A constant that costs the score function dearly",
          "10 is added to the function: no gradient changes, yet the score function's spread is almost forty "
          "times as large. Choose a baseline, and it is gone.",
          {.view = GumbelView::gradients, .probabilities = {0.3, 0.7}, .offset = 10}),
      preset("annealing", "Softmax ends in one corner, Gumbel-Softmax in any",
             "Play the step: plain softmax always goes to the likeliest class; the relaxed draw goes to the "
             "class "
             "that its noise chose, over many draws as often as π says. Draw another seed.",
             {.view = GumbelView::annealing}),
      preset("paper_schedule", "The schedule of the paper",
             "From 1 down to one half and no further, set anew every 1 000 steps: the floor "
             "comes at ln 2 / r = 23 105 steps, so at 24 000. At one half a draw is far from one-hot: the "
             "law below has "
             "only just lost its top.",
             {.view = GumbelView::annealing,
              .temperature = 1,
              .floor = 0.5,
              .rate = 3e-5,
              .steps = 50'000,
              .refresh = 1000,
              .step = 24'000}),
      preset(
          "fixed_temperature", "A temperature that never moves",
          "Two thirds throughout, which served best over two to eight classes: not every training anneals. "
          "Choose the linear or the cosine schedule.",
          {.view = GumbelView::annealing, .temperature = 2.0 / 3, .schedule = Annealing::constant}),
      preset(
          "not_always_better", "Reparameterization does not always have the lower variance",
          "The function is a fast sine: its slope is large wherever the draw falls, so the pathwise gradient "
          "scatters more than the score function's. Drag the frequency down to 1, and it scatters less.",
          {.view = GumbelView::gaussian, .frequency = 5}),
      preset(
          "smooth_square", "For a smooth function it has",
          "The slope of a square is a line: the pathwise variance is 4, the score function's 16, and with a "
          "baseline still 11.",
          {.view = GumbelView::gaussian, .function = GaussianFunction::square}),
      preset("cold", "Breaks: at τ = 0.01 a sample is one-hot in all digits",
             "The smaller shares underflow and only their logarithms are left: y looks like a class drawn by "
             "Gumbel-Max. Choose the view of gradients: it is 0 nearly always and huge rarely.",
             {.temperature = 0.01}),
  };
}

}  // namespace

Lab gumbel_softmax_lab() {
  // Curves over all temperatures are remembered between figures; what is drawn does not hang on it.
  const auto draw = [memo = std::make_shared<ExpectationMemo>()](const GumbelSoftmax& lab, const Pass& pass) {
    Figure figure = draw_gumbel_softmax(lab, pass, *memo);
    figure.partial = pass.quick;
    return figure;
  };
  return make_lab<GumbelSoftmax>({.id = "gumbel-softmax",
                                  .name = "Gumbel-Softmax",
                                  .group = "Chance",
                                  .summary = "Noise added to logits draws a class; a softmax in place of "
                                             "the maximum makes the draw smooth, and "
                                             "the temperature says how smooth.",
                                  .source = "Jang, Gu, Poole, 2017, and Maddison, Mnih, Teh, 2017; "
                                            "classes are counted from 1, logits are ln π."},
                                 draw, gumbel_softmax_presets, gumbel_softmax_code);
}

}  // namespace theta
