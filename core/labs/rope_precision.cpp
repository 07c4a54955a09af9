// SPDX-License-Identifier: GPL-3.0-or-later
// Angles kept in a number format: clocks that jump, and a logit that no longer stands still.
#include "core/labs/axis_limits.h"
#include "core/labs/float_format_names.h"
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"
#include "core/math/distance_columns.h"
#include "core/math/nan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace theta {
namespace {

constexpr std::array drawn_formats = {FloatFormat::float16, FloatFormat::bfloat16, FloatFormat::float32,
                                      FloatFormat::float64};
constexpr std::int64_t farthest_position = 10'000'000;
constexpr double least_drawn_error = 1e-16;  // what a logarithmic axis shows of none

struct PrecisionView {
  const RopeScene& scene;
  double exact = 0;

  double key_position() const { return static_cast<double>(scene.rope.key_position + scene.rope.shift); }
  double query_position() const { return static_cast<double>(scene.rope.query_position + scene.rope.shift); }
  std::vector<double> logits(FloatFormat format, std::span<const double> key_positions) const {
    std::vector<double> sums =
        logits_in(format, scene.products, scene.scaled.inverse_frequency, key_positions, scene.distance);
    for (double& sum : sums) sum += scene.unrotated;
    return sums;
  }
  double logit() const {
    const double here[] = {key_position()};
    return logits(scene.rope.precision, here)[0];
  }
};

/// The logit at whole shifts, in the format chosen.
Curve rounded_curve(const PrecisionView& view, Limits shown) {
  const Rope& rope = view.scene.rope;
  const char* name = id_of(rope.precision);
  Curve curve{.mark = {.id = "logit_rounded",
                       .label = say("angles in {}", name),
                       .role = role_of_format(rope.precision)},
              .width = 1.6};
  const double most = view.scene.partial ? 40 : 257, step = std::ceil((shown.high - shown.low) / most);
  std::vector<double> keys;
  for (double shift = std::ceil(shown.low); shift <= shown.high; shift += step) {
    curve.x.push_back(shift);
    keys.push_back(static_cast<double>(rope.key_position) + shift);
  }
  curve.y = view.logits(rope.precision, keys);
  return curve;
}

Limits limits_about(const Curve& curve, double exact) {
  double low = exact, high = exact;
  for (const double logit : curve.y) {
    if (std::isnan(logit)) continue;
    low = std::min(low, logit);
    high = std::max(high, logit);
  }
  return {low, high};
}

Panel shift_panel(const PrecisionView& view, Limits shown, const Curve& rounded) {
  const Limits held = limits_about(rounded, view.exact), limits = rounded_outward(held.low, held.high, 1e-3);
  Panel panel{.id = "shift", .title = "Logit while both tokens move", .hint = "drag the ring"};
  panel.x = {
      .label = "shift of both tokens $c$ (tokens)", .low = shown.low, .high = shown.high, .whole = true};
  panel.y = {.label = "logit", .low = limits.low, .high = limits.high};
  panel.layers = {rounded,
                  Curve{.mark = {.id = "logit_exact", .label = "exact", .role = Role::ink},
                        .x = {shown.low, shown.high},
                        .y = {view.exact, view.exact},
                        .dash = Dash::dashed,
                        .width = 1.2},
                  Rule{.mark = {.id = "present_shift", .role = rope_query_role},
                       .at = static_cast<double>(view.scene.rope.shift)}};
  panel.cell = {.row = 1, .column = 0};
  return panel;
}

Curve error_curve(const PrecisionView& view, FloatFormat format, const std::vector<double>& positions) {
  Curve curve{
      .mark = {.id = std::string("error_") + id_of(format),
               .label = id_of(format),
               .role = role_of_format(format)},
      .x = positions,
      .y = view.logits(format, positions),
      .dash = format == FloatFormat::float64 || format == FloatFormat::float32 ? Dash::solid : Dash::dashed,
      .width = format == view.scene.rope.precision ? 2.4 : 1.3};
  for (double& logit : curve.y)
    logit = std::isnan(logit) ? nan : std::max(std::abs(logit - view.exact), least_drawn_error);
  return curve;
}

Panel error_panel(const PrecisionView& view) {
  const std::vector<double> positions = precision_positions(view.scene.partial);
  Panel panel{.id = "error", .title = "Error of the logit"};
  double least = 1, most = 1;
  for (const FloatFormat format : drawn_formats) {
    Curve curve = error_curve(view, format, positions);
    for (const double error : curve.y) {
      if (std::isnan(error)) continue;
      least = std::min(least, error);
      most = std::max(most, error);
    }
    panel.layers.push_back(std::move(curve));
  }
  panel.x = {.label = "position of the key $n + c$ (tokens)",
             .scale = AxisScale::log,
             .low = 1,
             .high = static_cast<double>(farthest_position)};
  panel.y = {.label = "|rounded − exact|",
             .scale = AxisScale::log,
             .low = std::pow(10, std::floor(std::log10(least) - 0.01)),
             .high = std::pow(10, std::ceil(std::log10(most) + 0.01))};
  panel.layers.push_back(
      Rule{.mark = {.id = "present_position", .role = rope_key_role},
           .at = std::clamp(view.key_position(), 1.0, static_cast<double>(farthest_position)),
           .dash = Dash::dotted});
  panel.cell = {.row = 1, .column = 1};
  return panel;
}

Panel dials(const PrecisionView& view) {
  const RopeScene& scene = view.scene;
  const FloatFormat format = scene.rope.precision;
  const Eigen::ArrayXd angles = rounded_angles(format, scene.scaled.inverse_frequency, view.query_position());
  std::vector<Hands> hands{
      {.mark = {.id = "exact_hands", .label = "$m\\theta_i$", .role = Role::ink},
       .length = 0.6,
       .angle = [&](int i) { return view.query_position() * scene.scaled.inverse_frequency[i]; }}};
  if (angles.allFinite())
    hands.push_back({.mark = {.id = "rounded_hands",
                              .label = say("in {}", id_of(format)),
                              .role = role_of_format(format)},
                     .length = 0.85,
                     .angle = [&](int i) { return angles[i]; }});
  Panel panel = dials_panel(scene, hands);
  panel.cell = {.row = 0, .column = 0, .columns = 2};
  return panel;
}

Handle shift_handle(const char* panel, Point at, double offset) {
  return {.id = std::string("shift_") + panel,
          .panel = panel,
          .label = "Shift $c$",
          .at = at,
          .role = rope_query_role,
          .bindings = {
              {.parameter = id_of(&Rope::shift), .coordinate = Binding::Coordinate::x, .offset = offset}}};
}

std::vector<Reading> precision_readings(const PrecisionView& view, double logit, double spread) {
  const RopeScene& scene = view.scene;
  const Rope& rope = scene.rope;
  const char* name = id_of(rope.precision);
  return {
      {.id = "logit", .label = "exact logit", .value = view.exact},
      {.id = "logit_rounded", .label = say("in {}", name), .value = logit},
      {.id = "error", .label = "its error", .value = logit - view.exact, .significant = 3},
      {.id = "spread", .label = "its spread over the shifts", .value = spread, .significant = 3},
      {.id = "largest_cosine_error",
       .label = "largest error of a cosine",
       .value = largest_cosine_error(rope.precision, scene.scaled.inverse_frequency, view.query_position()),
       .significant = 3},
      {.id = "angle",
       .label = say("$m\\theta_{{}}$", rope.pair),
       .value = view.query_position() * scene.frequency(),
       .unit = "rad",
       .significant = 8},
      {.id = "angle_rounded",
       .label = say("in {}", name),
       .value =
           rounded_angles(rope.precision, scene.scaled.inverse_frequency, view.query_position())[rope.pair],
       .unit = "rad",
       .significant = 8}};
}

void tell(Figure& figure, const PrecisionView& view, double logit) {
  const Rope& rope = view.scene.rope;
  const char* name = id_of(rope.precision);
  const double position = view.query_position();
  if (std::isnan(logit)) {
    figure.remarks = {say("{} does not hold position {}: there is no angle.", name, position)};
    figure.worked = figure.remarks;
    figure.description =
        say("Angles kept in {}, which does not hold position {}: there is no logit.", name, position);
    return;
  }
  const double angle = position * view.scene.frequency(),
               held =
                   rounded_angles(rope.precision, view.scene.scaled.inverse_frequency, position)[rope.pair];
  figure.worked = {say("$m + c = {}$, $\\theta_{{}} = {}$: the angle is {} and in {} {}", position, rope.pair,
                       view.scene.frequency(), angle, name, held),
                   say("logit {} instead of {}", logit, view.exact)};
  figure.description = say(
      "Angles kept in {}: at position {} the largest error of a cosine is {}, and the logit, exactly {} at "
      "every shift, is {}.",
      name, position, largest_cosine_error(rope.precision, view.scene.scaled.inverse_frequency, position),
      view.exact, logit);
}

}  // namespace

std::vector<double> precision_positions(bool few) {
  std::vector<double> positions =
      sample_distances(distance_columns(farthest_position, few ? 24 : 96, true), 1);
  if (positions.front() == 0) positions.erase(positions.begin());  // which no logarithmic axis shows
  return positions;
}

Figure draw_rope_precision(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  PrecisionView view{.scene = scene};
  view.exact = scene.unrotated +
               relative_logits(scene.products, scene.scaled.inverse_frequency, scene.distance, 1, 1)[0];
  const auto shift = static_cast<double>(rope.shift);
  const Limits shown = stretch_with(shift, rope.distance_span);
  const Curve rounded = rounded_curve(view, shown);
  const double logit = view.logit(), drawn = std::isnan(logit) ? view.exact : logit;
  const Limits held = limits_about(rounded, view.exact);
  Figure figure{.title = say("Angles kept in {}", id_of(rope.precision))};
  figure.formula = "rope-precision";
  figure.panels = {dials(view), shift_panel(view, shown, rounded), error_panel(view)};
  figure.handles = {
      shift_handle("shift", {shift, drawn}, 0),
      shift_handle("error",
                   {std::clamp(view.key_position(), 1.0, static_cast<double>(farthest_position)),
                    std::max(std::abs(drawn - view.exact), find_panel(figure, "error")->y.low)},
                   -static_cast<double>(rope.key_position))};
  figure.readings = precision_readings(view, logit, held.high - held.low);
  for (Reading& reading : figure.readings) {
    if (!std::isfinite(reading.value)) reading.value = nan;
  }
  tell(figure, view, logit);
  return figure;
}

}  // namespace theta
