// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/gumbel_softmax_panels.h"
#include "core/math/concrete.h"
#include "core/math/softmax.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr int points = 240;

std::vector<double> steps(const GumbelSoftmax& lab) {
  std::vector<double> x;
  for (int i = 0; i <= points; ++i) x.push_back(static_cast<double>(lab.steps) * i / points);
  return x;
}

Axis step_axis(const GumbelSoftmax& lab) {
  return {.label = "step $t$", .low = 0, .high = static_cast<double>(lab.steps), .whole = true};
}

Rule present(const GumbelSoftmax& lab) {
  return {.mark = {.id = "step", .role = gumbel_sample_role}, .at = static_cast<double>(lab.step)};
}

Panel schedule_panel(const GumbelScene& scene) {
  const GumbelSoftmax& lab = scene.lab;
  const AnnealingSchedule schedule = lab.annealing();
  Panel panel{
      .id = "schedule", .title = "Temperature in training", .hint = "drag the ring, or play the step"};
  panel.x = step_axis(lab);
  panel.y = {.label = "$\\tau$",
             .scale = AxisScale::log,
             .low = 0.8 * std::min(schedule.floor, schedule.start),
             .high = 1.25 * schedule.start};
  Curve curve{.mark = {.id = "temperature", .role = gumbel_sample_role}, .x = steps(lab), .width = 2};
  for (const double step : curve.x) curve.y.push_back(annealed_temperature(schedule, step));
  panel.layers.push_back(std::move(curve));
  if (schedule.kind != Annealing::constant)
    panel.layers.push_back(Rule{.mark = {.id = "floor", .role = Role::muted},
                                .direction = Direction::horizontal,
                                .at = schedule.floor,
                                .note = "floor"});
  if (schedule.kind == Annealing::exponential && schedule.start > schedule.floor &&
      floor_reached_at(schedule) < panel.x.high)
    panel.layers.push_back(Rule{.mark = {.id = "floor_reached", .role = Role::muted},
                                .at = floor_reached_at(schedule),
                                .dash = Dash::dotted,
                                .note = say("floor at {}", std::round(floor_reached_at(schedule)))});
  panel.layers.push_back(present(lab));
  return panel;
}

/// Shares of all classes over the steps, from logits that may hold noise.
Panel shares_panel(const GumbelScene& scene, std::string id, Text title, Text hint,
                   const std::vector<double>& logits) {
  const GumbelSoftmax& lab = scene.lab;
  Panel panel{.id = std::move(id), .title = std::move(title), .hint = std::move(hint)};
  panel.x = step_axis(lab);
  panel.y = {.label = "share", .low = 0, .high = 1.04};
  std::vector<Curve> curves;
  for (std::size_t k = 0; k < scene.classes(); ++k)
    curves.push_back({.mark = {.id = panel.id + "_" + std::to_string(k + 1),
                               .label = say("class {}", k + 1),
                               .role = series(k)},
                      .x = steps(lab),
                      .dash = series_dash(k),
                      .width = 2});
  for (const double step : curves.front().x) {
    const std::vector<double> shares = softmax(logits, annealed_temperature(lab.annealing(), step));
    for (std::size_t k = 0; k < shares.size(); ++k) curves[k].y.push_back(shares[k]);
  }
  for (Curve& curve : curves) panel.layers.push_back(std::move(curve));
  panel.layers.push_back(present(lab));
  return panel;
}

}  // namespace

void add_annealing_view(Figure& figure, const GumbelScene& scene) {
  const GumbelSoftmax& lab = scene.lab;
  std::vector<double> logits;
  for (const double probability : scene.probabilities) logits.push_back(std::log(probability));
  figure.panels = {schedule_panel(scene), law_panel(scene),
                   shares_panel(scene, "softmax", "Softmax without noise", "always the same corner", logits),
                   shares_panel(scene, "relaxed", say("Gumbel-Softmax, draw {}", lab.draw),
                                say("draw by draw another corner, class {} with $\\pi_{{}}$",
                                    scene.won_by + 1, scene.won_by + 1),
                                scene.shown)};
  for (int i = 0; i < 4; ++i)
    figure.panels[static_cast<std::size_t>(i)].cell = {.row = i / 2, .column = i % 2};
  figure.handles = {
      {.id = "step",
       .panel = "schedule",
       .label = "Step $t$",
       .at = {static_cast<double>(lab.step), scene.temperature},
       .role = gumbel_sample_role,
       .bindings = {{.parameter = id_of(&GumbelSoftmax::step), .coordinate = Binding::Coordinate::x}}}};
  figure.readings.insert(figure.readings.begin(),
                         {.id = "temperature", .label = "$\\tau$ now", .value = scene.temperature});
  figure.description =
      say("At step {} of {} the temperature, {} at the start, is {}. {}", static_cast<std::int64_t>(lab.step),
          static_cast<std::int64_t>(lab.steps), lab.temperature, scene.temperature, figure.description);
}

}  // namespace theta
