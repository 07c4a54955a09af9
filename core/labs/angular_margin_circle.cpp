// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_panels.h"
#include "core/labs/axis_limits.h"
#include "core/math/circle_sectors.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

constexpr double sample_radius = 0.7;  // where the sample's ring stands, clear of the weights' rings
constexpr int directions = 360;        // of the loss around the circle

Point polar(double radius, double angle) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

/// A class's logit at a direction of the feature; with its margin where the class is the target.
double logit(const MarginScene& scene, std::size_t j, double direction, bool as_target) {
  const double angle = std::abs(within_half_turns(direction - scene.lab.class_angles[j]));
  return length_of_class(scene, j) * (as_target ? target_logit(scene.margin, angle).value : std::cos(angle));
}

/// The directions in which a class beats all others, with or without its margin.
std::vector<Interval> won(const MarginScene& scene, std::size_t j, bool by_margin) {
  return circle_sectors([&](double direction) {
    const double own = logit(scene, j, direction, by_margin);
    for (std::size_t other = 0; other < scene.classes(); ++other) {
      if (other != j && logit(scene, other, direction, false) > own) return false;
    }
    return true;
  });
}

void add_sectors(Panel& panel, const MarginScene& scene) {
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    const auto sectors = [&](const char* id, bool by_margin, double opacity) {
      Arcs arcs{.mark = {.id = numbered(id, j), .role = role_of_class(scene, j)},
                .width = by_margin ? 2.5 : 1,
                .opacity = opacity};
      for (const Interval& each : won(scene, j, by_margin))
        arcs.arcs.push_back({{}, 1, each.low, each.high, {}});
      if (!arcs.arcs.empty()) panel.layers.push_back(std::move(arcs));
    };
    sectors("decision", false, 0.08);
    sectors("sector", true, 0.2);
  }
}

/// The step the gradient asks the feature to take: along the circle, for its length is none of the loss's
/// business, or is left out here. As long as half the radius where the gradient is as large as the scale.
Arrow gradient_step(const MarginScene& scene) {
  const Point at = polar(sample_radius, scene.lab.sample_angle);
  const Point along{-std::sin(scene.lab.sample_angle), std::cos(scene.lab.sample_angle)};
  double slope = 0;  // of the loss along the circle
  for (std::size_t j = 0; j < scene.classes(); ++j)
    slope += scene.loss.cosine_gradient[j] * std::sin(scene.lab.class_angles[j] - scene.lab.sample_angle);
  const double step = -0.5 * std::tanh(slope / scene.lab.scale);
  return {at, {at.x + step * along.x, at.y + step * along.y}, "$-\\partial L/\\partial x$"};
}

}  // namespace

Panel margin_circle_panel(const MarginScene& scene) {
  const AngularMargin& lab = scene.lab;
  Panel panel{.id = "circle", .title = "Classes and the sample on the circle", .hint = "drag any ring"};
  double longest = 1;
  for (std::size_t j = 0; j < scene.classes(); ++j) longest = std::max(longest, length_of_class(scene, j));
  const double reach = rounded_up(1.2 * longest);
  panel.x = {.low = -reach, .high = reach};
  panel.y = panel.x;
  panel.frame = Frame::none;
  panel.equal_aspect = true;
  panel.cell = {.row = 0, .column = 0, .rows = 2};
  panel.layers = {Arcs{.mark = {.id = "circle", .role = Role::muted}, .arcs = {{{}, 1, 0, 2 * pi, {}}}}};
  add_sectors(panel, scene);
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    const Point tip = polar(length_of_class(scene, j), lab.class_angles[j]);
    panel.layers.push_back(Arrows{.mark = {.id = numbered("weight", j), .role = role_of_class(scene, j)},
                                  .arrows = {{{}, tip, say("$W_{{}}$", j)}},
                                  .width = 1.8,
                                  .heads = false});
    panel.picks.push_back({.parameter = id_of(&AngularMargin::target),
                           .centre = polar(0.5 * length_of_class(scene, j), lab.class_angles[j]),
                           .reach = 0.15,
                           .value = static_cast<std::int64_t>(j),
                           .label = say("make class {} the target", j)});
  }
  const double turn = signed_theta(lab), from = lab.class_angles[scene.target];
  const Text angle = say("{}°", std::round(10 * degrees(scene.theta())) / 10);
  panel.layers.push_back(Arcs{.mark = {.id = "theta", .role = Role::ink},
                              .arcs = {{{}, 0.3, from, from + turn, angle}},
                              .width = 1.5});
  panel.layers.push_back(Arrows{.mark = {.id = "sample", .role = margin_sample_role},
                                .arrows = {{{}, polar(sample_radius, lab.sample_angle), "$x$"}},
                                .width = 2.4,
                                .heads = false});
  if (const Arrow step = gradient_step(scene);
      std::hypot(step.tip.x - step.tail.x, step.tip.y - step.tail.y) > 0.02)
    panel.layers.push_back(
        Arrows{.mark = {.id = "gradient_step", .role = Role::highlight}, .arrows = {step}});
  return panel;
}

namespace {

/// The loss were the sample to point elsewhere.
Curve loss_around(const MarginScene& scene, const Margin& margin, Mark mark) {
  Curve curve{.mark = std::move(mark)};
  std::vector<double> cosines(scene.classes());
  for (int i = 0; i <= directions; ++i) {
    const double direction = -pi + 2 * pi * i / directions;
    for (std::size_t j = 0; j < cosines.size(); ++j)
      cosines[j] = std::cos(direction - scene.lab.class_angles[j]);
    curve.x.push_back(direction);
    curve.y.push_back(margin_loss(margin, cosines, scene.scales, scene.target).loss);
  }
  return curve;
}

Panel loss_panel(const MarginScene& scene) {
  Curve curve = loss_around(scene, scene.margin, {.id = "loss", .label = "loss", .role = margin_target_role});
  curve.width = 2.4;
  Curve plain = loss_around(scene, {}, {.id = "loss_plain", .label = "no margin", .role = Role::muted});
  plain.dash = Dash::dashed;
  const double highest = std::max(*std::ranges::max_element(curve.y), *std::ranges::max_element(plain.y));
  Panel panel{.id = "loss", .title = "Loss as the sample turns"};
  panel.x = {.label = "sample's direction $\\phi$ (rad)", .low = -pi, .high = pi, .multiples_of_pi = true};
  panel.y = {.label = "$L$", .low = 0, .high = rounded_up(std::max(1.02 * highest, 1e-3))};
  panel.cell = {.row = 0, .column = 1};
  panel.layers = {plain, curve,
                  Rule{.mark = {.id = "sample", .role = Role::ink}, .at = scene.lab.sample_angle}};
  return panel;
}

Panel gradient_panel(const MarginScene& scene) {
  Panel panel =
      class_bars_panel(scene, "gradient", "Gradient of each class's cosine", scene.loss.cosine_gradient);
  const auto [low, high] = std::ranges::minmax(scene.loss.cosine_gradient);
  const Limits limits = rounded_outward(std::min(low, 0.0), std::max(high, 0.0), 1e-3);
  panel.y = {.label = "$\\partial L / \\partial\\cos\\theta_j$", .low = limits.low, .high = limits.high};
  panel.cell = {.row = 1, .column = 1};
  return panel;
}

}  // namespace

Panel class_bars_panel(const MarginScene& scene, const std::string& id, Text title,
                       std::span<const double> values) {
  Panel panel{.id = id, .title = std::move(title), .hint = "click a class"};
  panel.x.scale = AxisScale::category;
  panel.x.low = -0.5;
  panel.x.high = static_cast<double>(scene.classes()) - 0.5;
  panel.layers = {Rule{
      .mark = {.id = "zero", .role = Role::muted}, .direction = Direction::horizontal, .dash = Dash::solid}};
  Bars target{.mark = {.id = "target_" + id, .role = margin_target_role}, .width = 0.6};
  Bars rival{.mark = {.id = "rival_" + id, .role = margin_rival_role}, .width = 0.6};
  Bars others{.mark = {.id = "other_" + id, .role = Role::muted}, .width = 0.6};
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    Bars& bars = j == scene.target ? target : j == scene.rival ? rival : others;
    bars.x.push_back(static_cast<double>(j));
    bars.y.push_back(values[j]);
    panel.x.categories.push_back(j == scene.target ? say("$y = {}$", j) : say("{}", j));
    panel.picks.push_back({.parameter = id_of(&AngularMargin::target),
                           .centre = {static_cast<double>(j), values[j] / 2},
                           .reach = 0.5,
                           .value = static_cast<std::int64_t>(j),
                           .label = say("class {}: {}", j, values[j])});
  }
  for (Bars* bars : {&others, &rival, &target}) {
    if (!bars->x.empty()) panel.layers.push_back(std::move(*bars));
  }
  return panel;
}

std::vector<Handle> margin_circle_handles(const MarginScene& scene) {
  const AngularMargin& lab = scene.lab;
  std::vector<Handle> handles;
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    Handle handle{.id = numbered("class", j),
                  .panel = "circle",
                  .label = say("Class {}", j),
                  .at = polar(length_of_class(scene, j), lab.class_angles[j]),
                  .role = role_of_class(scene, j),
                  .bindings = {{.parameter = id_of(&AngularMargin::class_angles),
                                .coordinate = Binding::Coordinate::angle,
                                .element = j}}};
    if (lab.has_lengths() && j < lab.class_lengths.size())
      handle.bindings.push_back({.parameter = id_of(&AngularMargin::class_lengths),
                                 .coordinate = Binding::Coordinate::radius,
                                 .element = j});
    handles.push_back(std::move(handle));
  }
  handles.push_back({.id = "sample",
                     .panel = "circle",
                     .label = "Sample $x$",
                     .at = polar(sample_radius, lab.sample_angle),
                     .role = margin_sample_role,
                     .bindings = {{.parameter = id_of(&AngularMargin::sample_angle),
                                   .coordinate = Binding::Coordinate::angle}}});
  return handles;
}

void add_circle_view(const MarginScene& scene, Figure& figure) {
  figure.panels = {margin_circle_panel(scene), loss_panel(scene), gradient_panel(scene)};
  figure.handles = margin_circle_handles(scene);
  figure.handles.push_back({.id = "direction",
                            .panel = "loss",
                            .label = "Direction $\\phi$",
                            .at = {scene.lab.sample_angle, scene.loss.loss},
                            .role = margin_sample_role,
                            .bindings = {{.parameter = id_of(&AngularMargin::sample_angle),
                                          .coordinate = Binding::Coordinate::x}}});
}

}  // namespace theta
