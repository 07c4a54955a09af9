// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/axis_limits.h"
#include "core/labs/gumbel_softmax_panels.h"
#include "core/math/gumbel.h"
#include "core/math/gumbel_gradient.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace theta {
namespace {

constexpr Role gumbel_role = Role::series_2, straight_gumbel_role = Role::series_4,
               straight_role = Role::series_5;

/// a_k = (K − k)/(K − 1) for classes counted from 1: 1 for the first, 0 for the last.
QuadraticObjective objective_of(const GumbelScene& scene) {
  QuadraticObjective objective{.values = {}, .target = scene.lab.target};
  const auto last = static_cast<double>(scene.classes() - 1);
  for (std::size_t k = 0; k < scene.classes(); ++k)
    objective.values.push_back((last - static_cast<double>(k)) / last);
  return objective;
}

/// Everything the three panels need.
struct Estimators {
  QuadraticObjective objective;
  std::vector<double> f;  ///< with the offset
  std::size_t component = 0;
  double exact = 0, baseline = 0;
  GradientMoments score, straight_through;
  double batch_deviation = 0;  ///< of the mean of a batch, where samples share one
  std::vector<double> temperatures;
  std::vector<RelaxedMoments> relaxed;
  RelaxedMoments present;  ///< at the temperature shown
  std::int64_t draws = 0;  ///< the relaxed moments are means over; 0: exact
};

RelaxedMoments sampled_moments(const GumbelScene& scene, const Estimators& estimators, double temperature,
                               Eigen::Index draws) {
  double mean[2] = {0, 0}, square[2] = {0, 0};
  std::vector<double> x(scene.classes());
  for (Eigen::Index n = 0; n < draws; ++n) {
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = scene.tally.perturbed(n, static_cast<Eigen::Index>(k));
    const RelaxedGradients each =
        relaxed_gradients(estimators.objective, x, temperature, estimators.component);
    for (int i = 0; i < 2; ++i) {
      const double gradient = i == 0 ? each.gumbel_softmax : each.straight_through_gumbel;
      mean[i] += gradient / static_cast<double>(draws);
      square[i] += gradient * gradient / static_cast<double>(draws);
    }
  }
  return {{mean[0], std::max(0.0, square[0] - mean[0] * mean[0])},
          {mean[1], std::max(0.0, square[1] - mean[1] * mean[1])}};
}

Estimators estimators_of(const GumbelScene& scene, const Pass& pass) {
  const GumbelSoftmax& lab = scene.lab;
  Estimators all{.objective = objective_of(scene),
                 .f = {},
                 .component = static_cast<std::size_t>(lab.component - 1),
                 .score = {},
                 .straight_through = {},
                 .temperatures = log_spaced(0.01, 20, pass.quick ? 23 : 67),
                 .relaxed = {},
                 .present = {}};
  all.f = all.objective.at_corners();
  for (double& each : all.f) each += lab.offset;
  const std::vector<double>& p = scene.probabilities;
  all.exact = exact_gradient(p, all.f)[all.component];
  if (lab.baseline == ScoreBaseline::mean) all.baseline = mean_baseline(p, all.f);
  if (lab.baseline == ScoreBaseline::best) all.baseline = best_baseline(p, all.f);
  all.score = score_function_moments(p, all.f, all.baseline, all.component);
  if (lab.baseline == ScoreBaseline::leave_one_out) {
    all.baseline = mean_baseline(p, all.f);  // on average
    all.score = leave_one_out_term_moments(p, all.f, all.component, lab.batch);
    all.batch_deviation =
        std::sqrt(std::max(0.0, leave_one_out_moments(p, all.f, all.component, lab.batch).variance));
  }
  all.straight_through = straight_through_moments(p, all.objective, all.component);

  const bool exact = scene.classes() == 2;
  all.draws = exact ? 0 : pass.quick ? 150 : GumbelTally::kept;
  const BinaryRelaxedMoments binary;
  const auto moments = [&](double temperature) {
    if (!exact) return sampled_moments(scene, all, temperature, all.draws);
    RelaxedMoments of_first = binary.at(p[0], all.objective, temperature);
    if (all.component == 1) {  // the two components of a softmax' gradient are opposite
      of_first.gumbel_softmax.mean *= -1;
      of_first.straight_through_gumbel.mean *= -1;
    }
    return of_first;
  };
  for (const double temperature : all.temperatures) {
    if (pass.stop.stop_requested()) break;
    all.relaxed.push_back(moments(temperature));
  }
  all.temperatures.resize(all.relaxed.size());
  all.present = moments(scene.temperature);
  return all;
}

/// A curve over temperature of one number of the relaxed estimators.
template <class Number>
Curve over_temperature(const Estimators& all, Mark mark, Dash dash, Number number) {
  Curve curve{.mark = std::move(mark), .x = all.temperatures, .dash = dash, .width = 2};
  for (const RelaxedMoments& each : all.relaxed) curve.y.push_back(number(each));
  return curve;
}

Rule level(std::string id, Text note, Role role, double at, Dash dash) {
  return {.mark = {.id = std::move(id), .role = role},
          .direction = Direction::horizontal,
          .at = at,
          .dash = dash,
          .note = std::move(note)};
}

/// Two standard errors about a mean of draws, less what is exact.
Band error_band(const Estimators& all, std::string id, Role role,
                GradientMoments RelaxedMoments::*estimator) {
  Band band{.mark = {.id = std::move(id), .role = role}, .x = all.temperatures, .opacity = 0.18};
  for (const RelaxedMoments& each : all.relaxed) {
    const GradientMoments& moments = each.*estimator;
    const double bias = moments.mean - all.exact,
                 error = 2 * std::sqrt(std::max(0.0, moments.variance) / static_cast<double>(all.draws));
    band.low.push_back(bias - error);
    band.high.push_back(bias + error);
  }
  return band;
}

Panel bias_panel(const GumbelScene& scene, const Estimators& all) {
  Panel panel{.id = "bias", .title = "Bias", .hint = "drag the ring"};
  const Curve relaxed = over_temperature(
      all, {.id = "gumbel_softmax_bias", .label = "Gumbel-Softmax", .role = gumbel_role}, Dash::solid,
      [&](const RelaxedMoments& each) { return each.gumbel_softmax.mean - all.exact; });
  const Curve straight = over_temperature(
      all, {.id = "straight_through_gumbel_bias", .label = "ST Gumbel-Softmax", .role = straight_gumbel_role},
      Dash::dashed,
      [&](const RelaxedMoments& each) { return each.straight_through_gumbel.mean - all.exact; });
  const double plain = all.straight_through.mean - all.exact;
  double low = std::min({0.0, plain, -all.exact}), high = std::max({0.0, plain, -all.exact});
  const auto include = [&](double bias) {
    low = std::min(low, bias);
    high = std::max(high, bias);
  };
  // From 0.1 on, so that what few samples make of small temperatures does not stretch the axis.
  for (std::size_t i = 0; i < all.temperatures.size(); ++i) {
    if (all.draws > 0 && all.temperatures[i] < 0.1) continue;
    include(relaxed.y[i]);
    include(straight.y[i]);
  }
  const Limits limits = rounded_outward(low, high, 1e-4);
  panel.x = temperature_axis();
  panel.y = {.label = "mean − exact gradient", .low = limits.low, .high = limits.high};
  panel.layers = {level("score_function_bias", "score function: none", gumbel_score_role, 0, Dash::solid),
                  level("sign", "beyond: the wrong sign", Role::negative, -all.exact, Dash::dotted),
                  level("straight_through_bias", "straight-through", straight_role, plain, Dash::dash_dotted),
                  relaxed,
                  straight,
                  Rule{.mark = {.id = "temperature", .role = gumbel_sample_role}, .at = scene.temperature}};
  if (all.draws > 0) {
    const std::initializer_list<Layer> bands = {
        error_band(all, "gumbel_softmax_bias_error", gumbel_role, &RelaxedMoments::gumbel_softmax),
        error_band(all, "straight_through_gumbel_bias_error", straight_gumbel_role,
                   &RelaxedMoments::straight_through_gumbel)};
    panel.layers.insert(panel.layers.begin(), bands);
  }
  return panel;
}

Panel spread_panel(const GumbelScene& scene, const Estimators& all) {
  Panel panel{.id = "spread", .title = "Standard deviation of one sample", .hint = "drag the ring"};
  const auto deviation = [](double variance) { return std::sqrt(std::max(0.0, variance)); };
  const Curve relaxed = over_temperature(
      all, {.id = "gumbel_softmax_deviation", .label = "Gumbel-Softmax", .role = gumbel_role}, Dash::solid,
      [&](const RelaxedMoments& each) { return std::max(1e-9, deviation(each.gumbel_softmax.variance)); });
  const Curve straight = over_temperature(
      all,
      {.id = "straight_through_gumbel_deviation", .label = "ST Gumbel-Softmax", .role = straight_gumbel_role},
      Dash::dashed, [&](const RelaxedMoments& each) {
        return std::max(1e-9, deviation(each.straight_through_gumbel.variance));
      });
  panel.x = temperature_axis();
  panel.y = {.label = "standard deviation", .scale = AxisScale::log, .low = 1e-3, .high = 10};
  const double score = deviation(all.score.variance), plain = deviation(all.straight_through.variance);
  for (const double each : {score, plain}) {
    while (each > panel.y.high && panel.y.high < 1e6) panel.y.high *= 10;
  }
  if (score > panel.y.low)
    panel.layers.push_back(
        level("score_function_deviation", "score function", gumbel_score_role, score, Dash::solid));
  if (plain > panel.y.low)
    panel.layers.push_back(
        level("straight_through_deviation", "straight-through", straight_role, plain, Dash::dash_dotted));
  panel.layers.push_back(relaxed);
  panel.layers.push_back(straight);
  panel.layers.push_back(
      Rule{.mark = {.id = "temperature", .role = gumbel_sample_role}, .at = scene.temperature});
  return panel;
}

/// Even bins of the values single draws give.
struct Bins {
  static constexpr int count = 61;
  double reach = 1;

  double step() const { return 2 * reach / count; }
  double centre(int bin) const { return -reach + (bin + 0.5) * step(); }
  std::size_t bin_of(double value) const {
    return static_cast<std::size_t>(std::clamp(static_cast<int>((value + reach) / step()), 0, count - 1));
  }
};

/// What the score function gives, and how likely; and how likely it is to give what lies beyond the bins.
struct ScoreValues {
  std::vector<double> x = {}, y = {};
  double beyond = 0;
};

/// One value a class.
ScoreValues values_of_classes(const GumbelScene& scene, const Estimators& all, const Bins& histogram) {
  ScoreValues score;
  for (std::size_t k = 0; k < scene.classes(); ++k) {
    const double value = score_function_gradient(scene.probabilities, all.f, all.baseline, k, all.component);
    if (std::abs(value) > histogram.reach) {
      score.beyond += scene.probabilities[k];
      continue;
    }
    score.x.push_back(value);
    score.y.push_back(scene.probabilities[k]);
  }
  return score;
}

/// Samples in batches, each less the mean of the others of its batch, by bins.
ScoreValues values_in_batches(const GumbelScene& scene, const Estimators& all, const Bins& histogram,
                              Eigen::Index draws) {
  const Eigen::Index batch = scene.lab.batch, batches = std::max<Eigen::Index>(1, draws / batch);
  std::vector<double> shares(Bins::count, 0), x(scene.classes());
  std::vector<std::size_t> drawn(static_cast<std::size_t>(batch));
  ScoreValues score;
  const double each = 1.0 / static_cast<double>(batch * batches);
  for (Eigen::Index first = 0; first < batch * batches; first += batch) {
    double sum = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      for (std::size_t k = 0; k < x.size(); ++k)
        x[k] = scene.tally.perturbed(first + static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k));
      drawn[i] = winner(x);
      sum += all.f[drawn[i]];
    }
    for (const std::size_t k : drawn) {
      const double others = (sum - all.f[k]) / static_cast<double>(batch - 1),
                   value = score_function_gradient(scene.probabilities, all.f, others, k, all.component);
      (std::abs(value) > histogram.reach ? score.beyond : shares[histogram.bin_of(value)]) += each;
    }
  }
  for (int i = 0; i < Bins::count; ++i) {
    if (shares[static_cast<std::size_t>(i)] == 0) continue;
    score.x.push_back(histogram.centre(i));
    score.y.push_back(shares[static_cast<std::size_t>(i)]);
  }
  return score;
}

/// The values single draws give: those of the relaxed estimator as bars, those of the score function as
/// points.
Panel values_panel(const GumbelScene& scene, const Estimators& all) {
  const Bins histogram{
      rounded_up(0.5 / scene.temperature *
                 std::max(std::abs(all.objective.target), std::abs(1 - all.objective.target)))};
  Bars bars{.mark = {.id = "gumbel_softmax_gradients", .label = "Gumbel-Softmax", .role = gumbel_role},
            .base = 1e-4,
            .width = 0.9 * histogram.step()};
  for (int i = 0; i < Bins::count; ++i) {
    bars.x.push_back(histogram.centre(i));
    bars.y.push_back(0);
  }
  const auto draws = std::min<Eigen::Index>(scene.tally.count, GumbelTally::kept);
  std::vector<double> x(scene.classes());
  for (Eigen::Index n = 0; n < draws; ++n) {
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = scene.tally.perturbed(n, static_cast<Eigen::Index>(k));
    const double gradient =
        relaxed_gradients(all.objective, x, scene.temperature, all.component).gumbel_softmax;
    bars.y[histogram.bin_of(gradient)] += 1.0 / static_cast<double>(draws);
  }
  const bool in_batches = scene.lab.baseline == ScoreBaseline::leave_one_out;
  const ScoreValues values =
      in_batches ? values_in_batches(scene, all, histogram, draws) : values_of_classes(scene, all, histogram);
  const Points score{
      .mark = {.id = "score_function_values", .label = "score function", .role = gumbel_score_role},
      .x = values.x,
      .y = values.y,
      .marker = Marker::diamond,
      .size = 8};
  Panel panel{.id = "values", .title = say("What single draws give at $\\tau = {}$", scene.temperature)};
  if (values.beyond > 0)
    panel.remarks.push_back(
        say("With a probability of {} the score function's value lies outside the plot.", values.beyond));
  panel.x = {.label = "gradient", .low = -histogram.reach, .high = histogram.reach};
  panel.y = {.label = "share of draws", .scale = AxisScale::log, .low = 1e-4, .high = 1.5};
  panel.layers = {bars, score,
                  Rule{.mark = {.id = "exact", .role = Role::ink}, .at = all.exact, .note = "exact"}};
  return panel;
}

}  // namespace

void add_gradient_view(Figure& figure, const GumbelScene& scene, const Pass& pass) {
  const Estimators all = estimators_of(scene, pass);
  figure.panels = {probabilities_panel(scene), bias_panel(scene, all), values_panel(scene, all),
                   spread_panel(scene, all)};
  for (int i = 0; i < 4; ++i)
    figure.panels[static_cast<std::size_t>(i)].cell = {.row = i / 2, .column = i % 2};
  figure.handles = probability_handles(scene);
  const double bias = all.present.gumbel_softmax.mean - all.exact,
               deviation = std::sqrt(std::max(0.0, all.present.gumbel_softmax.variance));
  figure.handles.push_back(temperature_handle(scene, "bias", bias));
  figure.handles.push_back(temperature_handle(scene, "spread", std::max(1e-9, deviation)));
  const bool in_batches = scene.lab.baseline == ScoreBaseline::leave_one_out;
  figure.readings = {
      {.id = "exact_gradient", .label = "exact gradient", .value = all.exact},
      {.id = "gumbel_softmax_mean",
       .label = "Gumbel-Softmax, mean",
       .value = all.present.gumbel_softmax.mean},
      {.id = "gumbel_softmax_deviation", .label = "its spread", .value = deviation},
      {.id = "straight_through_gumbel_mean",
       .label = "ST Gumbel-Softmax, mean",
       .value = all.present.straight_through_gumbel.mean},
      {.id = "straight_through_gumbel_deviation",
       .label = "its spread",
       .value = std::sqrt(std::max(0.0, all.present.straight_through_gumbel.variance))},
      {.id = "straight_through_mean", .label = "straight-through, mean", .value = all.straight_through.mean},
      {.id = "score_function_deviation",
       .label = "score function, spread of one sample",
       .value = std::sqrt(std::max(0.0, all.score.variance))},
      {.id = "baseline", .label = in_batches ? "baseline, on average" : "baseline", .value = all.baseline},
  };
  if (in_batches)
    figure.readings.push_back({.id = "score_function_batch_deviation",
                               .label = say("spread of the mean of {}", scene.lab.batch),
                               .value = all.batch_deviation});
  const std::size_t i = all.component;
  const double mean = mean_baseline(scene.probabilities, all.f);
  figure.worked = {say("$f(y) = (\\Sigma a_k y_k - {})^2 + {}$, $a$ from 1 for class 1 to 0 for the last",
                       scene.lab.target, scene.lab.offset),
                   say("exact: $\\pi_{{}} (f_{{}} - E f) = {} ({} - {}) = {}$", i + 1, i + 1,
                       scene.probabilities[i], all.f[i], mean, all.exact)};
  if (all.draws > 0)
    figure.remarks.push_back(
        say("With more than two classes the relaxed estimators' curves are means over {} draws; the bands "
            "are two "
            "standard errors.",
            all.draws));
  figure.remarks.push_back(
      "The exact gradient is a sum over all classes and easily taken here; sampling is for sums "
      "that are too long.");
  figure.description =
      say("Estimators of the gradient for logit {} at temperature {}: the exact gradient is {}; "
          "Gumbel-Softmax gives {} "
          "on average, spread by {}; straight-through gives {}; the score function is right on average and "
          "spread by {}.",
          i + 1, scene.temperature, all.exact, all.present.gumbel_softmax.mean, deviation,
          all.straight_through.mean, std::sqrt(std::max(0.0, all.score.variance)));
}

}  // namespace theta
