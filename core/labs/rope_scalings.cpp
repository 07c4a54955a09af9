// SPDX-License-Identifier: GPL-3.0-or-later
// What every scaling rule does to the frequency of each pair, and to its wavelength.
#include "core/labs/axis_limits.h"
#include "core/labs/rope_panels.h"
#include "core/labs/rope_views.h"
#include "core/model/counted.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

namespace theta {
namespace {

using std::numbers::pi;

struct ScalingRatios {
  RotaryScaling scaling;
  std::string id;
  Eigen::ArrayXd ratios;  ///< θ′ᵢ/θᵢ
};

/// In the order of the options of the parameter, which name them.
std::vector<ScalingRatios> all_ratios(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  std::vector<ScalingRatios> all;
  for (const OptionName& option : rotary_scaling_options()) {
    const auto scaling = static_cast<RotaryScaling>(all.size());
    const ScaledFrequencies scaled =
        scaled_frequencies(rope.rotary_dimensions, rope.base, scaling, scaling_parameters(rope));
    all.push_back({scaling, option.id, scaled.inverse_frequency / scene.unscaled});
  }
  return all;
}

Role role_of(RotaryScaling scaling) {
  return scaling == RotaryScaling::none ? Role::muted : series(static_cast<std::size_t>(scaling));
}

Curve over_pairs(Mark mark, const Eigen::ArrayXd& values) {
  Curve curve{.mark = std::move(mark), .y = {values.begin(), values.end()}};
  for (std::size_t i = 0; i < curve.y.size(); ++i) curve.x.push_back(static_cast<double>(i));
  return curve;
}

Axis pair_axis(const RopeScene& scene) {
  return {.label = "pair $i$", .low = -0.5, .high = scene.pairs - 0.5, .whole = true};
}

/// A click on a curve chooses its rule.
void add_picks(Panel& panel, const ScalingRatios& each) {
  const std::string parameter = id_of(&Rope::scaling);
  const Eigen::Index step = (each.ratios.size() + 63) / 64;
  for (Eigen::Index i = 0; i < each.ratios.size(); i += step)
    panel.picks.push_back({.parameter = parameter,
                           .centre = {static_cast<double>(i), each.ratios[i]},
                           .reach = 0.5,
                           .value = Option{static_cast<std::size_t>(each.scaling)},
                           .label = say("{}, pair {}: {}", short_name(each.scaling), i, each.ratios[i])});
}

Panel ratios_panel(const RopeScene& scene, const std::vector<ScalingRatios>& all) {
  Panel panel{.id = "ratios", .title = "Frequency as a part of the trained one", .hint = "click a rule"};
  double least = 1, most = 1;
  std::size_t chosen = 0;
  for (const ScalingRatios& each : all) {
    Curve curve = over_pairs(
        {.id = each.id, .label = short_name(each.scaling), .role = role_of(each.scaling)}, each.ratios);
    curve.dash = series_dash(static_cast<std::size_t>(each.scaling));
    if (each.scaling == RotaryScaling::none) curve.width = 1;
    least = std::min(least, each.ratios.minCoeff());
    most = std::max(most, each.ratios.maxCoeff());
    if (each.scaling == scene.rope.scaling) {
      curve.width = 3;
      chosen = panel.layers.size();
    }
    panel.layers.push_back(std::move(curve));
    add_picks(panel, each);
  }
  const double chosen_ratio = scene.frequency() / scene.unscaled[scene.rope.pair];
  std::rotate(panel.layers.begin() + static_cast<std::ptrdiff_t>(chosen),
              panel.layers.begin() + static_cast<std::ptrdiff_t>(chosen) + 1, panel.layers.end());  // on top
  panel.layers.push_back(pair_point(scene, chosen_ratio));
  panel.x = pair_axis(scene);
  panel.y = {.label = "$\\theta'_i / \\theta_i$",
             .scale = AxisScale::log,
             .low = 1 / rounded_up(1.25 / least),
             .high = rounded_up(1.15 * most)};
  panel.cell = {.row = 0, .column = 0};
  return panel;
}

Rule context_rule(const char* id, std::int64_t tokens, Role role, Text note) {
  return {.mark = {.id = id, .role = role},
          .direction = Direction::horizontal,
          .at = static_cast<double>(tokens),
          .note = std::move(note)};
}

Panel wavelengths_panel(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const Eigen::ArrayXd trained = 2 * pi / scene.unscaled, scaled = 2 * pi / scene.scaled.inverse_frequency;
  const auto contexts = std::minmax(rope.original_context, rope.context);
  const double least = std::min({trained.minCoeff(), scaled.minCoeff(), static_cast<double>(contexts.first)}),
               most = std::max({trained.maxCoeff(), scaled.maxCoeff(), static_cast<double>(contexts.second)});
  Panel panel{.id = "wavelengths", .title = "Wavelength of each pair", .hint = "drag the rings"};
  panel.x = pair_axis(scene);
  panel.y = {.label = "$\\lambda_i$ (tokens)",
             .scale = AxisScale::log,
             .low = std::pow(10, std::floor(std::log10(least) - 0.01)),
             .high = std::pow(10, std::ceil(std::log10(most) + 0.2))};
  Curve before = over_pairs({.id = "wavelength", .label = "as trained", .role = Role::muted}, trained);
  before.dash = Dash::dashed;
  Curve after = over_pairs(
      {.id = "wavelength_scaled", .label = short_name(rope.scaling), .role = role_of(rope.scaling)}, scaled);
  after.width = 2;
  panel.layers = {Span{.mark = {.id = "never_a_turn", .role = rope_key_role},
                       .direction = Direction::horizontal,
                       .low = static_cast<double>(rope.original_context),
                       .high = panel.y.high},
                  context_rule("trained_context", rope.original_context, rope_key_role,
                               "above: no whole turn in training")};
  if (rope.context != rope.original_context)
    panel.layers.push_back(context_rule("context", rope.context, Role::muted, "context in use"));
  panel.layers.push_back(std::move(before));
  if (rope.scaling != RotaryScaling::none) panel.layers.push_back(std::move(after));
  panel.layers.push_back(pair_point(scene, scaled[rope.pair]));
  for (int i = 0; i < scene.pairs; ++i)
    panel.picks.push_back(
        pair_pick(i, {static_cast<double>(i), scaled[i]}, 0.5,
                  say("Pair {}: a turn in {} tokens, trained with {}", i, scaled[i], trained[i])));
  panel.cell = {.row = 1, .column = 0};
  return panel;
}

std::vector<Handle> scaling_handles(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const auto context_handle = [&](std::string parameter, Text label, std::int64_t tokens, double part,
                                  Role role) {
    return Handle{.id = parameter,
                  .panel = "wavelengths",
                  .label = std::move(label),
                  .at = {part * scene.pairs - 0.5, static_cast<double>(tokens)},
                  .role = role,
                  .bindings = {{.parameter = parameter, .coordinate = Binding::Coordinate::y}}};
  };
  return {{.id = "pair",
           .panel = "ratios",
           .label = "Pair $i$",
           .at = {static_cast<double>(rope.pair), scene.frequency() / scene.unscaled[rope.pair]},
           .role = rope_pair_role,
           .bindings = {{.parameter = id_of(&Rope::pair), .coordinate = Binding::Coordinate::x}}},
          context_handle(id_of(&Rope::original_context), "Trained context $L$", rope.original_context, 0.94,
                         rope_key_role),
          context_handle(id_of(&Rope::context), "Context in use", rope.context, 0.98, Role::ink)};
}

}  // namespace

Figure draw_rope_scalings(const RopeScene& scene) {
  const Rope& rope = scene.rope;
  const std::vector<ScalingRatios> all = all_ratios(scene);
  const double trained = 2 * pi / scene.unscaled[rope.pair], scaled = 2 * pi / scene.frequency();
  Figure figure{.title = "Scalings compared"};
  figure.formula = "rope-scalings";
  figure.panels = {ratios_panel(scene, all), wavelengths_panel(scene)};
  figure.handles = scaling_handles(scene);
  for (const ScalingRatios& each : all) {
    if (each.scaling != RotaryScaling::none)
      figure.readings.push_back(
          {.id = "ratio_" + each.id, .label = short_name(each.scaling), .value = each.ratios[rope.pair]});
  }
  figure.readings.push_back({.id = "wavelength",
                             .label = say("$\\lambda_{{}}$ trained", rope.pair),
                             .value = trained,
                             .unit = "tokens"});
  figure.readings.push_back({.id = "wavelength_scaled",
                             .label = say("$\\lambda_{{}}$ scaled", rope.pair),
                             .value = scaled,
                             .unit = "tokens"});
  figure.readings.push_back(
      {.id = "attention_factor", .label = "attention factor", .value = scene.attention()});
  figure.worked = {say("pair {} turns once in {} tokens as trained, under {} in {}", rope.pair, trained,
                       short_name(rope.scaling), scaled),
                   say("$L / \\lambda_{{}} = {}$ turns in training", rope.pair,
                       static_cast<double>(rope.original_context) / trained)};
  if (rope.length <= rope.original_context)
    figure.remarks.push_back("Dynamic NTK is idle: the present length is within the trained context.");
  if ((all.back().ratios == 1).all())
    figure.remarks.push_back("LongRoPE divides by numbers that were searched for: none are given.");
  figure.description = say(
      "What seven rules make of the frequencies of {} for a factor of {}: linear interpolation divides "
      "all "
      "alike, NTK-aware scaling the slow ones more, YaRN and Llama-3 only those that make few turns within "
      "{}. Under {} pair {} turns once in {} tokens instead of {}.",
      counted(scene.pairs, "{} pair", "{} pairs"), rope.factor,
      counted(rope.original_context, "{} token", "{} tokens"), short_name(rope.scaling), rope.pair, scaled,
      trained);
  return figure;
}

}  // namespace theta
