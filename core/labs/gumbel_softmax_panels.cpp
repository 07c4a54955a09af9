// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/gumbel_softmax_panels.h"

#include "core/labs/axis_limits.h"
#include "core/math/concrete.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

/// Whole places for the classes.
std::vector<double> places(std::size_t classes) {
  std::vector<double> x;
  for (std::size_t k = 0; k < classes; ++k) x.push_back(static_cast<double>(k));
  return x;
}

/// An axis for shares that keeps its limits while bars change a little.
double share_limit(double largest) { return largest > 0.42 ? 1 : largest > 0.21 ? 0.5 : 0.25; }

/// One class more with an even share, taken from all, or one less.
std::vector<double> with_class(const std::vector<double>& probabilities) {
  std::vector<double> more = probabilities;
  const auto classes = static_cast<double>(probabilities.size());
  for (double& each : more) each = std::max(each * classes / (classes + 1), least_probability);
  more.push_back(1 / (classes + 1));
  return more;
}
std::vector<double> without_class(const std::vector<double>& probabilities) {
  std::vector<double> fewer(probabilities.begin(), probabilities.end() - 1);
  const double left = 1 - probabilities.back();
  for (double& each : fewer)
    each = left > 1e-3 ? std::max(each / left, least_probability) : 1.0 / static_cast<double>(fewer.size());
  return fewer;
}

void add_class_pick(Panel& panel, std::string id, Text text, Text label, std::vector<double> to, Point at) {
  panel.layers.push_back(Note{.mark = {.id = std::move(id), .role = Role::highlight, .control = true},
                              .text = std::move(text),
                              .at = at,
                              .anchor = Anchor::centre});
  panel.picks.push_back({.parameter = id_of(&GumbelSoftmax::probabilities),
                         .centre = at,
                         .reach = 0.06,
                         .value = std::move(to),
                         .label = std::move(label)});
}

}  // namespace

Axis class_axis(const GumbelScene& scene) {
  Axis axis{.label = "class",
            .scale = AxisScale::category,
            .low = -0.5,
            .high = static_cast<double>(scene.classes()) - 0.5};
  for (std::size_t k = 1; k <= scene.classes(); ++k) axis.categories.push_back(verbatim(std::to_string(k)));
  return axis;
}

Panel probabilities_panel(const GumbelScene& scene) {
  const std::vector<double>& p = scene.probabilities;
  const auto count = static_cast<double>(scene.tally.count);
  Panel panel{.id = "probabilities", .title = "Who wins", .hint = "drag the bars"};
  panel.x = class_axis(scene);
  panel.y = {.label = "share", .low = 0, .high = 1.12 * share_limit(*std::ranges::max_element(p))};
  panel.layers = {Bars{.mark = {.id = "probability", .label = "$\\pi$", .role = gumbel_law_role},
                       .x = places(p.size()),
                       .y = p,
                       .width = 0.62}};
  Arrows intervals{.mark = {.id = "confidence", .label = "95 % of frequencies", .role = Role::ink},
                   .width = 1.4,
                   .heads = false};
  for (std::size_t k = 0; k < p.size(); ++k) {
    const double half = 1.959963984540054 * std::sqrt(p[k] * (1 - p[k]) / count), at = static_cast<double>(k);
    intervals.arrows.push_back({{at, std::max(0.0, p[k] - half)}, {at, std::min(1.0, p[k] + half)}});
    for (const double end : {std::max(0.0, p[k] - half), std::min(1.0, p[k] + half)})
      intervals.arrows.push_back({{at - 0.14, end}, {at + 0.14, end}});
  }
  panel.layers.push_back(std::move(intervals));
  panel.layers.push_back(
      Points{.mark = {.id = "winner_frequency", .label = "won", .role = gumbel_winner_role},
             .x = places(p.size()),
             .y = scene.tally.won,
             .marker = Marker::diamond,
             .size = 8});
  const double top = 1.05 * panel.y.high / 1.12;
  if (p.size() < 12)
    add_class_pick(panel, "more", "+ class", "One class more", with_class(p),
                   {panel.x.high - 0.14 * static_cast<double>(p.size()), top});
  if (p.size() > 2)
    add_class_pick(panel, "fewer", "− class", "One class less", without_class(p),
                   {panel.x.low + 0.14 * static_cast<double>(p.size()), top});
  for (Pick& pick : panel.picks) pick.reach = 0.13 * static_cast<double>(p.size());
  return panel;
}

std::vector<Handle> probability_handles(const GumbelScene& scene) {
  constexpr double aside = 0.22;  // clear of the marks of what won
  std::vector<Handle> handles;
  for (std::size_t k = 0; k < scene.classes(); ++k)
    handles.push_back({.id = "probability_" + std::to_string(k + 1),
                       .panel = "probabilities",
                       .label = say("Probability of class {}", k + 1),
                       .at = {static_cast<double>(k) - aside, scene.probabilities[k]},
                       .role = gumbel_law_role,
                       .bindings = {{.parameter = id_of(&GumbelSoftmax::probabilities),
                                     .coordinate = Binding::Coordinate::y,
                                     .element = k}}});
  return handles;
}

Panel sample_panel(const GumbelScene& scene) {
  const ConcreteSample sample = concrete_sample(scene.shown, scene.temperature);
  std::vector<double> one_hot(scene.classes(), 0);
  one_hot[scene.won_by] = 1;
  Panel panel{.id = "sample",
              .title = say("Draw {} at $\\tau = {}$", scene.lab.draw, scene.temperature),
              .hint = say("Gumbel-Max: class {}", scene.won_by + 1)};
  panel.x = class_axis(scene);
  panel.y = {.label = "$y$", .low = 0, .high = 1.12};
  std::vector<double> left = places(scene.classes()), right = left;
  for (double& x : left) x -= 0.2;
  for (double& x : right) x += 0.2;
  panel.layers = {Bars{.mark = {.id = "sample", .label = "Gumbel-Softmax", .role = gumbel_sample_role},
                       .x = left,
                       .y = sample.y,
                       .width = 0.36},
                  Bars{.mark = {.id = "one_hot", .label = "Gumbel-Max", .role = gumbel_winner_role},
                       .x = right,
                       .y = one_hot,
                       .width = 0.36}};
  return panel;
}

Handle temperature_handle(const GumbelScene& scene, std::string panel, double y) {
  return {
      .id = "temperature_" + panel,
      .panel = panel,
      .label = "Temperature $\\tau$",
      .at = {scene.lab.temperature, y},
      .role = gumbel_sample_role,
      .bindings = {{.parameter = id_of(&GumbelSoftmax::temperature), .coordinate = Binding::Coordinate::x}}};
}

}  // namespace theta
