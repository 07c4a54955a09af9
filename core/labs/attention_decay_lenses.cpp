// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_panels.h"
#include "core/labs/axis_limits.h"
#include "core/math/context_base.h"
#include "core/math/nan.h"
#include "core/math/rope.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr double lowest_base = 1e2, highest_base = 1e8;

/// How many tokens of context are gone through base by base: more would take longer than a reader waits.
std::int64_t most_searched(const AttentionDecayScene& scene) {
  return (scene.partial ? 60'000 : 2'000'000) / scene.pairs();
}

/// Columns of distances, and some of each that angles are rounded at: the worst of a column is drawn.
struct ErrorColumns {
  DistanceColumns columns;
  std::size_t each = 1;
  std::vector<double> distances = {};

  ColumnSummary summary(const std::vector<double>& values) const;
};

ErrorColumns error_columns(const AttentionDecayScene& scene) {
  const auto most = static_cast<std::size_t>(
      std::clamp<std::int64_t>((scene.partial ? 3000 : 12'000) / scene.pairs(), 24, 200));
  ErrorColumns columns{.columns =
                           distance_columns(scene.parameters.distance_limit, most, scene.logarithmic())};
  columns.each = scene.partial ? 1 : 8;
  columns.distances = sample_distances(columns.columns, columns.each);
  return columns;
}

ColumnSummary ErrorColumns::summary(const std::vector<double>& values) const {
  ColumnSummary summary = summarise_samples(values, each);
  for (std::size_t c = 0; c < summary.mean.size(); ++c)
    if (std::isnan(summary.mean[c]))
      summary.least[c] = summary.most[c] = nan;  // beyond what the format holds
  return summary;
}

}  // namespace

Panel precision_panel(const AttentionDecayScene& scene) {
  constexpr double least_error = 1e-12;  // below it what differs is the exact sum's own rounding
  const ErrorColumns looked_at = error_columns(scene);
  const Eigen::ArrayXd& frequencies = scene.scaled.inverse_frequency;
  const std::vector<double> exact = cosine_sums_in(FloatFormat::float64, frequencies, looked_at.distances);
  Panel panel{.id = "precision", .title = "Error of rounded angles"};
  double least = 1, largest = 1;
  for (const FloatFormat format : {FloatFormat::float32, FloatFormat::bfloat16, FloatFormat::float16}) {
    Curve curve{.mark = {.id = std::string("error_") + id_of(format),
                         .label = id_of(format),
                         .role = role_of_format(format)},
                .x = {},
                .dash = format == FloatFormat::float32 ? Dash::solid : Dash::dashed,
                .width = format == scene.parameters.precision ? 2.4 : 1.5};
    std::vector<double> errors = cosine_sums_in(format, frequencies, looked_at.distances);
    for (std::size_t n = 0; n < errors.size(); ++n) {
      const double error = std::abs(errors[n] - exact[n]);
      errors[n] = std::isnan(error) ? nan : std::max(error, least_error);
    }
    const ColumnSummary summary = looked_at.summary(errors);
    Band band{.mark = {.id = curve.mark.id + "_range", .role = curve.mark.role}, .opacity = 0.2};
    for (std::size_t c = 0; c < summary.most.size(); ++c) {
      const double middle = looked_at.columns.middle(c);
      if (middle == 0) continue;  // nothing turns, nothing is lost
      curve.x.push_back(middle);
      curve.y.push_back(summary.most[c]);
      band.low.push_back(summary.least[c]);
      band.high.push_back(summary.most[c]);
      if (std::isnan(summary.most[c])) continue;
      least = std::min(least, summary.least[c]);
      largest = std::max(largest, summary.most[c]);
    }
    band.x = curve.x;
    if (looked_at.each > 1) panel.layers.push_back(std::move(band));
    panel.layers.push_back(std::move(curve));
  }
  panel.layers.push_back(Rule{.mark = {.id = "probe", .role = probe_role},
                              .at = shown_distance(scene, scene.parameters.probe),
                              .dash = Dash::dotted});
  panel.x = distance_axis(scene);
  panel.y = {.label = "error of $C$, largest",
             .scale = AxisScale::log,
             .low = std::pow(10, std::floor(std::log10(least) - 0.01)),
             .high = std::pow(10, std::ceil(std::log10(largest) + 0.01))};
  panel.cell = {.row = 1, .column = 2, .columns = 2};
  return panel;
}

double supported_by(const AttentionDecayScene& scene, double base, std::int64_t searched) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(scene.parameters.rotary_dimensions, base);
  return static_cast<double>(first_negative(frequencies, searched, scene.pass.stop).value_or(searched));
}

BaseSearch search_bases(const AttentionDecayScene& scene, std::optional<double> needed) {
  const AttentionDecay& p = scene.parameters;
  constexpr int steps_a_decade = 8, enough = 3, decades = 6;
  const double marked = std::max(p.base, needed.value_or(0));
  BaseSearch search{.needed = needed};
  search.searched = std::clamp<std::int64_t>(p.context, 2, most_searched(scene));
  int supporting = 0, step = scene.partial ? 2 : 1;
  for (int i = 0; i <= decades * steps_a_decade; i += step) {
    if (scene.pass.stop.stop_requested()) return search;
    if (supporting >= enough) {
      if (search.bases.back() >= marked) break;
      step = 4;  // nearly all support it by now, and each of those is searched to its end
    }
    const double base =
        std::min(lowest_base * std::pow(10, static_cast<double>(i) / steps_a_decade), highest_base);
    search.bases.push_back(base);
    search.supported.push_back(supported_by(scene, base, search.searched));
    const bool supports = search.supported.back() >= static_cast<double>(search.searched);
    supporting = supports ? supporting + 1 : 0;
  }
  return search;
}

Panel base_panel(const AttentionDecayScene& scene, const BaseSearch& search) {
  const AttentionDecay& p = scene.parameters;
  Panel panel{.id = "base", .title = "Context a base supports", .hint = "drag base or context"};
  Curve curve{.mark = {.id = "supported_context", .role = role_of(DecayContent::ones)},
              .x = search.bases,
              .y = search.supported,
              .width = 2};
  Points enough{.mark = {.id = "supporting_bases", .role = Role::positive}, .size = 6};
  for (double& supported : curve.y) supported = std::max(supported, 1.0);
  for (std::size_t i = 0; i < search.bases.size(); ++i) {
    if (search.supported[i] < static_cast<double>(search.searched)) continue;
    enough.x.push_back(search.bases[i]);
    enough.y.push_back(curve.y[i]);
  }
  panel.layers = {Rule{.mark = {.id = "context", .role = Role::muted},
                       .direction = Direction::horizontal,
                       .at = static_cast<double>(p.context),
                       .note = say("context {}", p.context)},
                  curve};
  if (!enough.x.empty()) panel.layers.push_back(enough);
  panel.layers.push_back(Points{.mark = {.id = "base", .role = role_of(DecayContent::ones)},
                                .x = {p.base},
                                .y = {std::max(1.0, supported_by(scene, p.base, search.searched))},
                                .size = 6});
  if (search.needed)
    panel.layers.push_back(Rule{
        .mark = {.id = "base_needed", .role = Role::positive}, .at = *search.needed, .note = "least base"});
  panel.x = {.label = "base $b$", .scale = AxisScale::log, .low = lowest_base, .high = highest_base};
  if (search.needed && *search.needed > highest_base)
    panel.x.high = std::pow(10, std::ceil(std::log10(*search.needed)));
  const double least = *std::ranges::min_element(curve.y);
  panel.y = {
      .label = "first $s$ with $C(s) < 0$",
      .scale = AxisScale::log,
      .low = std::pow(10, std::floor(std::log10(std::min(least, static_cast<double>(p.context))))),
      .high = std::pow(10, std::ceil(std::log10(std::max(10.0, 1.5 * static_cast<double>(p.context)))))};
  panel.cell = {.row = 1, .column = 4, .columns = 2};
  return panel;
}

}  // namespace theta
