// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_panels.h"

#include "core/labs/axis_limits.h"
#include "core/labs/zero_rule.h"
#include "core/math/nan.h"
#include "core/math/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace theta {
namespace {

/// The panel's columns as a log axis can show them: from one token on.
bool shows(const AttentionDecayScene& scene, double distance) { return !scene.logarithmic() || distance > 0; }

struct Extent {
  double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();

  void hold(const ColumnSummary& summary) {
    low = std::min(low, *std::ranges::min_element(summary.least));
    high = std::max(high, *std::ranges::max_element(summary.most));
  }
};

Rule probe_rule(const AttentionDecayScene& scene) {
  return {.mark = {.id = "probe", .role = probe_role},
          .at = shown_distance(scene, scene.parameters.probe),
          .dash = Dash::dotted};
}

LogitFunction content_function(const AttentionDecayScene& scene, DecayContent content) {
  return {.as_set = true, .coefficients = pair_content(scene, content)};
}

/// Mean and spread of many independent draws at some of the distances, with what is expected of them.
void draw_independent_band(Panel& panel, const AttentionDecayScene& scene, Extent& extent) {
  constexpr std::uint64_t draws = 24;
  constexpr std::size_t most_distances = 200;
  std::vector<double> distances;
  const std::size_t step = (scene.columns.size() + most_distances - 1) / most_distances;
  for (std::size_t c = 0; c < scene.columns.size(); c += step) {
    const auto distance = static_cast<double>(scene.columns.starts[c]);
    if (shows(scene, distance)) distances.push_back(distance);
  }
  const Eigen::MatrixXd phasors = pair_phasors({scene.scaled.inverse_frequency}, distances);
  const auto size = static_cast<Eigen::Index>(distances.size());
  Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(size), squares = sum;
  for (std::uint64_t draw = 0; draw < draws; ++draw) {
    const Eigen::ArrayXd logits = pair_sums(phasors, independent_content(scene, draw));
    sum += logits;
    squares += logits.square();
  }
  const Eigen::ArrayXd mean = sum / static_cast<double>(draws);
  const Eigen::ArrayXd spread = 2 * ((squares - sum * mean) / static_cast<double>(draws - 1)).max(0).sqrt();
  const Role role = role_of(DecayContent::independent);
  Band band{.mark = {.id = "independent_band", .role = role}, .x = distances};
  Curve middle{.mark = {.id = "independent_draws_mean", .role = role},
               .x = distances,
               .dash = Dash::dotted,
               .width = 1};
  for (Eigen::Index n = 0; n < size; ++n) {
    band.low.push_back(mean[n] - spread[n]);
    band.high.push_back(mean[n] + spread[n]);
    middle.y.push_back(mean[n]);
  }
  const double expected = 2 * std::sqrt(static_cast<double>(scene.pairs()) / 2);
  extent.low = std::min({extent.low, -expected, (mean - spread).minCoeff()});
  extent.high = std::max({extent.high, expected, (mean + spread).maxCoeff()});
  panel.layers.insert(panel.layers.end(), {band, middle});
  for (const double side : {-1.0, 1.0})
    panel.layers.push_back(
        Rule{.mark = {.id = side < 0 ? "two_sigma_below" : "two_sigma_above", .role = role},
             .direction = Direction::horizontal,
             .at = side * expected,
             .note = side < 0 ? "$-2\\sigma$" : "$+2\\sigma$ of independent $q$, $k$"});
}

/// C with each angle rounded to a number format.
void draw_rounded(Panel& panel, const AttentionDecayScene& scene, Extent& extent) {
  const FloatFormat format = scene.parameters.precision;
  if (format == FloatFormat::float64) return;
  const char* name = id_of(format);
  Curve curve{.mark = {.id = std::string("decay_same_") + name,
                       .label = say("$C(s)$, angles in {}", name),
                       .role = role_of_format(format)},
              .dash = Dash::dash_dotted,
              .width = 1.2};
  const std::int64_t most = scene.partial ? 20'000 / scene.pairs() : 600;
  const DistanceColumns columns =
      distance_columns(scene.parameters.distance_limit,
                       scene.every && !scene.partial ? scene.columns.size() : static_cast<std::size_t>(most),
                       scene.logarithmic());
  curve.x = sample_distances(columns, 1);
  std::erase_if(curve.x, [&](double s) { return !shows(scene, s); });
  curve.y = cosine_sums_in(format, scene.scaled.inverse_frequency, curve.x);
  for (const double sum : curve.y) {
    if (std::isnan(sum)) continue;
    extent.low = std::min(extent.low, sum);
    extent.high = std::max(extent.high, sum);
  }
  panel.layers.push_back(std::move(curve));
}

void draw_content(Panel& panel, const AttentionDecayScene& scene, DecayContent content, Mark mark, Dash dash,
                  Extent& extent) {
  const LogitFunction function = content_function(scene, content);
  const ColumnSummary summary = summary_of(scene, function);
  extent.hold(summary);
  mark.role = role_of(content);
  draw_with_points(panel, scene, std::move(mark), summary, values_at_points(scene, function), dash, 1.6);
}

/// Of the schemes other than RoPE as set.
Role role_of_scheme(PositionScheme scheme) {
  if (scheme == PositionScheme::xpos) return Role::series_6;
  if (scheme == PositionScheme::alibi) return Role::series_7;
  if (scheme == PositionScheme::none) return Role::muted;
  if (scheme == PositionScheme::dynamic) return Role::series_1;
  return series(static_cast<std::size_t>(scheme) + 6);
}

Mark scheme_mark(const AttentionDecayScene& scene, const SchemeResult& result, const char* what) {
  const bool as_set = result.scheme == PositionScheme::rope;
  return {.id = what + id_of_scheme(result.scheme),
          .label = name_of_scheme(scene, result.scheme),
          .role = as_set ? role_of(scene.parameters.content) : role_of_scheme(result.scheme)};
}

Dash scheme_dash(PositionScheme scheme) { return series_dash(static_cast<std::size_t>(scheme)); }

}  // namespace

Role role_of(DecayContent content) { return series(static_cast<std::size_t>(content) + 1); }

double shown_distance(const AttentionDecayScene& scene, std::int64_t distance) {
  return static_cast<double>(scene.logarithmic() ? std::max<std::int64_t>(distance, 1) : distance);
}

Axis distance_axis(const AttentionDecayScene& scene) {
  return {.label = "distance $s$ (tokens)",
          .scale = scene.logarithmic() ? AxisScale::log : AxisScale::linear,
          .low = scene.logarithmic() ? 1.0 : 0.0,
          .high = static_cast<double>(scene.parameters.distance_limit),
          .whole = true};
}

void draw_over_distance(Panel& panel, const AttentionDecayScene& scene, Mark mark,
                        const ColumnSummary& summary, Dash dash, double width) {
  Curve curve{.mark = std::move(mark), .dash = dash, .width = width};
  Band band{.mark = {.id = curve.mark.id + "_range", .role = curve.mark.role}, .opacity = 0.2};
  for (std::vector<double>* values : {&curve.x, &curve.y, &band.low, &band.high})
    values->reserve(scene.columns.size());
  const auto drawable = [](double value) { return std::isfinite(value) ? value : nan; };
  for (std::size_t c = 0; c < scene.columns.size(); ++c) {
    const double middle = scene.columns.middle(c);
    if (!shows(scene, middle)) continue;
    curve.x.push_back(middle);
    curve.y.push_back(drawable(summary.mean[c]));
    if (scene.every) continue;
    band.low.push_back(drawable(summary.least[c]));
    band.high.push_back(drawable(summary.most[c]));
  }
  if (!scene.every) {
    band.x = curve.x;
    panel.layers.push_back(std::move(band));
    curve.mark.id += "_mean";
  }
  panel.layers.push_back(std::move(curve));
}

void draw_with_points(Panel& panel, const AttentionDecayScene& scene, Mark mark, const ColumnSummary& summary,
                      const std::vector<double>& at_points, Dash dash, double width) {
  Points points{.mark = {.id = mark.id, .role = mark.role}, .size = 1.6};
  for (std::size_t n = 0; n < at_points.size(); ++n) {
    if (!shows(scene, scene.points[n])) continue;
    points.x.push_back(scene.points[n]);
    points.y.push_back(at_points[n]);
  }
  draw_over_distance(panel, scene, std::move(mark), summary, dash, width);
  if (!scene.every) panel.layers.push_back(std::move(points));
}

std::string id_of_scheme(PositionScheme scheme) {
  static constexpr std::array ids = {"rope",   "linear",   "ntk",  "dynamic", "yarn_paper", "yarn",
                                     "llama3", "longrope", "xpos", "alibi",   "none"};
  return ids[static_cast<std::size_t>(scheme)];
}

Text name_of_scheme(const AttentionDecayScene& scene, PositionScheme scheme) {
  switch (scheme) {
    case PositionScheme::rope:
      return scene.parameters.scaling == RotaryScaling::none ? "RoPE" : short_name(scene.parameters.scaling);
    case PositionScheme::xpos:
      return "xPos";
    case PositionScheme::alibi:
      return "ALiBi";
    case PositionScheme::none:
      return "no position";
    default:
      return short_name(static_cast<RotaryScaling>(scheme));
  }
}

Panel decay_panel(const AttentionDecayScene& scene, std::optional<std::int64_t> turns_negative) {
  const AttentionDecay& p = scene.parameters;
  Panel panel{.id = "decay",
              .title = "Bound and logit against distance",
              .hint = scene.every ? Text("drag the ring") : Text("range and mean of every column")};
  panel.layers.push_back(zero_rule());
  Extent extent{0, 0};
  if (p.draws(DecayCurve::independent)) {
    draw_independent_band(panel, scene, extent);
    draw_content(panel, scene, DecayContent::independent,
                 {.id = "independent", .label = "$q$, $k$ independent"}, Dash::dash_dotted, extent);
  }
  if (p.draws(DecayCurve::same_random))
    draw_content(panel, scene, DecayContent::same_random, {.id = "same_random", .label = "$q = k$ random"},
                 Dash::dashed, extent);
  if (p.draws(DecayCurve::peak))
    draw_content(panel, scene, DecayContent::peak,
                 {.id = "peak", .label = say("peak at {}", p.peak_distance)}, Dash::dotted, extent);
  if (p.draws(DecayCurve::decay_same))
    draw_content(panel, scene, DecayContent::ones, {.id = "decay_same", .label = "$C(s)$, $q = k$ = ones"},
                 Dash::solid, extent);
  draw_rounded(panel, scene, extent);
  if (p.draws(DecayCurve::decay_bound)) {
    const ColumnSummary summary = bound_summary(scene);
    extent.hold(summary);
    std::vector<double> at_points;
    if (!scene.every) {
      const Eigen::ArrayXd bounds = decay_bounds(scene.phasors_at_points);
      at_points.assign(bounds.begin(), bounds.end());
    }
    draw_with_points(panel, scene, {.id = "decay_bound", .label = "bound $B(s)$", .role = bound_role},
                     summary, at_points, Dash::solid, 2);
  }
  if (p.draws(DecayCurve::decay_same) && turns_negative && *turns_negative <= p.distance_limit)
    panel.layers.push_back(Rule{.mark = {.id = "first_negative", .role = Role::negative},
                                .at = static_cast<double>(*turns_negative),
                                .note = say("$C < 0$ first at {}", *turns_negative)});
  panel.layers.push_back(probe_rule(scene));
  panel.x = distance_axis(scene);
  const double high = extent.high > 0 ? rounded_up(1.05 * extent.high) : 1;
  panel.y = {.label = "$B$, $C$ and logits",
             .low = extent.low < -0.02 * high ? -rounded_up(-1.05 * extent.low) : 0,
             .high = high};
  panel.cell = {.row = 0, .column = 0, .columns = 4};
  return panel;
}

Panel schemes_panel(const AttentionDecayScene& scene, const std::vector<SchemeResult>& results) {
  Panel panel{.id = "schemes", .title = "Under other schemes"};
  panel.layers.push_back(zero_rule());
  Extent extent{0, 0};
  for (const SchemeResult& each : results) {
    draw_over_distance(panel, scene, scheme_mark(scene, each, "logit_"), each.weights.logits,
                       scheme_dash(each.scheme), each.scheme == PositionScheme::rope ? 2 : 1.5);
    if (each.scheme != PositionScheme::alibi) extent.hold(each.weights.logits);
  }
  const Limits limits = rounded_outward(extent.low, extent.high, 0.1);
  panel.x = distance_axis(scene);
  panel.y = {.label = "$q \\cdot k / \\sqrt{d_h}$", .low = limits.low, .high = limits.high};
  for (const SchemeResult& each : results) {
    if (each.scheme != PositionScheme::alibi) continue;
    panel.y.low -= 0.5 * (panel.y.high - panel.y.low);  // room to see the line fall
    const double least = each.logit.constant - each.logit.slope * static_cast<double>(scene.columns.limit());
    if (least < panel.y.low)
      panel.remarks.push_back(say("ALiBi falls without end: it leaves the plot of logits at distance {}.",
                                  std::ceil((each.logit.constant - panel.y.low) / each.logit.slope)));
  }
  panel.layers.push_back(probe_rule(scene));
  panel.cell = {.row = 0, .column = 4, .columns = 2};
  return panel;
}

Panel attention_panel(const AttentionDecayScene& scene, const std::vector<SchemeResult>& results) {
  constexpr double least_shown = 1e-300;
  Panel panel{.id = "attention", .title = "What this content attends to"};
  const double uniform = 1 / static_cast<double>(scene.parameters.distance_limit + 1);
  double least = uniform, most = uniform;
  for (const SchemeResult& each : results) {
    ColumnSummary weights = each.weights.weights;
    for (auto* values : {&weights.least, &weights.most, &weights.mean}) {
      for (double& value : *values) value = value > least_shown ? value : nan;
    }
    for (std::size_t c = 0; c < weights.mean.size(); ++c) {
      if (std::isnan(weights.least[c])) weights.most[c] = nan;  // a band is cut on both sides or on none
      if (std::isnan(weights.mean[c])) continue;
      least = std::min(least, weights.mean[c]);
      most = std::max(most, weights.mean[c]);
    }
    draw_over_distance(panel, scene, scheme_mark(scene, each, "weight_"), weights, scheme_dash(each.scheme),
                       each.scheme == PositionScheme::rope ? 2 : 1.5);
  }
  panel.x = distance_axis(scene);
  panel.y = {.label = "attention to a key",
             .scale = AxisScale::log,
             .low = std::pow(10, std::floor(std::log10(std::max(least, most * 1e-8)) - 0.01)),
             .high = std::pow(10, std::ceil(std::log10(most) + 0.01))};
  panel.layers.push_back(Rule{.mark = {.id = "uniform", .role = Role::muted},
                              .direction = Direction::horizontal,
                              .at = uniform,
                              .note = "the same to all"});
  panel.layers.push_back(probe_rule(scene));
  panel.cell = {.row = 1, .column = 0, .columns = 2};
  return panel;
}

}  // namespace theta
