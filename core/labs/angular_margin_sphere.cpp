// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_panels.h"
#include "core/math/nan.h"
#include "core/math/orthographic.h"
#include "core/math/sphere_region.h"
#include "core/math/unit_sphere.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;

constexpr double sphere_rim = 1.25;  // how far the panel reaches

Point seen(const Vector3d& projected) { return {projected.x(), projected.y()}; }

/// What is dragged to the rim stays in hand, so a little beyond still counts as in front.
bool in_front(const Vector3d& projected) { return projected.z() > -1e-9; }

/// Whether a class beats all others in a direction, with its margin or without.
bool wins(const MarginScene& scene, std::size_t j, bool by_margin, const Vector3d& direction) {
  const auto cosine = [&](std::size_t k) { return scene.directions[k].dot(direction); };
  const auto target = [&] {
    return target_logit_of_cosine(scene.margin, std::clamp(cosine(j), -1.0, 1.0)).value;
  };
  const double own = scene.scales[j] * (by_margin ? target() : cosine(j));
  for (std::size_t k = 0; k < scene.classes(); ++k) {
    if (k != j && scene.scales[k] * cosine(k) > own) return false;
  }
  return true;
}

/// The lab's sphere as it is seen: what lies on its far side is muted and has no colour of its own.
class Globe {
 public:
  explicit Globe(const MarginScene& scene) : scene_(scene), view_(scene.lab.yaw, scene.lab.pitch) {}

  Vector3d project(const Vector3d& direction) const { return view_.project(direction); }

  /// Outlines of what a class wins on the side of the sphere that is asked for.
  std::vector<std::vector<Vector3d>> won(std::size_t j, bool by_margin, bool front) const {
    const double side = front ? 1 : -1;
    return facing_regions([&](const Vector3d& at) {
      return wins(scene_, j, by_margin, view_.unproject({at.x(), at.y(), side * at.z()}));
    });
  }

  /// A line on the sphere: its parts on one side, cut where it goes round to the other.
  Curve line(Mark mark, const std::vector<Vector3d>& points, bool front) const {
    Curve curve{.mark = std::move(mark), .dash = front ? Dash::solid : Dash::dotted};
    for (const Vector3d& point : points) {
      const Vector3d at = project(point);
      curve.x.push_back(at.x());
      curve.y.push_back(in_front(at) == front ? at.y() : nan);
    }
    return curve;
  }

 private:
  const MarginScene& scene_;
  Orthographic view_;
};

/// The plane of the circle's picture, which goes round the sphere.
std::vector<Vector3d> equator() {
  std::vector<Vector3d> points;
  for (int i = 0; i <= 180; ++i) points.push_back(sphere_direction(2 * pi * i / 180, 0));
  return points;
}

void add_regions(const MarginScene& scene, const Globe& globe, Panel& panel) {
  for (const bool by_margin : {false, true}) {
    for (std::size_t j = 0; j < scene.classes(); ++j) {
      Polygons region{
          .mark = {.id = numbered(by_margin ? "region" : "decision", j), .role = role_of_class(scene, j)},
          .opacity = by_margin ? 0.28 : 0.12,
          .outlined = by_margin};
      for (const std::vector<Vector3d>& outline : globe.won(j, by_margin, true))
        std::ranges::transform(outline, std::back_inserter(region.outlines.emplace_back()), seen);
      if (!region.outlines.empty()) panel.layers.push_back(std::move(region));
    }
  }
}

/// Behind, the borders of what is won by the margin are enough; along the rim there is none.
void add_regions_behind(const MarginScene& scene, const Globe& globe, Panel& panel) {
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    Curve border{
        .mark = {.id = numbered("region_behind", j), .role = Role::muted}, .dash = Dash::dotted, .width = 1};
    for (std::vector<Vector3d> outline : globe.won(j, true, false)) {
      outline.push_back(outline.front());
      for (const Vector3d& at : outline) {
        border.x.push_back(at.x());
        border.y.push_back(at.z() > 0 ? at.y() : nan);
      }
      border.x.push_back(border.x.back());
      border.y.push_back(nan);
    }
    if (!border.x.empty()) panel.layers.push_back(std::move(border));
  }
}

/// All end on the sphere, so a length that is not 1 is told in words.
Text name_of_weight(const MarginScene& scene, std::size_t j) {
  const Text name = j == scene.target ? Text("$W_y$") : say("$W_{{}}$", j);
  const double length = length_of_class(scene, j);
  return length == 1 ? name : say("{}, length {}", name, std::round(100 * length) / 100);
}

void add_weights(const MarginScene& scene, const Globe& globe, bool front, Panel& panel) {
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    const Vector3d tip = globe.project(scene.directions[j]);
    if (in_front(tip) != front) continue;
    panel.layers.push_back(
        Arrows{.mark = {.id = numbered("weight", j), .role = front ? role_of_class(scene, j) : Role::muted},
               .arrows = {{{}, seen(tip), name_of_weight(scene, j)}},
               .dash = front ? Dash::solid : Dash::dotted,
               .width = front ? 1.8 : 1.2,
               .heads = false});
  }
}

/// The step the gradient asks the feature to take along the sphere, as long as half the radius where the
/// gradient is as large as the scale.
Vector3d step_along_sphere(const MarginScene& scene) {
  Vector3d slope = Vector3d::Zero();
  for (std::size_t j = 0; j < scene.classes(); ++j)
    slope += scene.loss.cosine_gradient[j] * (scene.directions[j] - scene.cosines[j] * scene.sample);
  const double size = slope.norm();
  return size > 0 ? Vector3d(-0.5 * std::tanh(size / scene.lab.scale) / size * slope) : slope;
}

void add_sample(const MarginScene& scene, const Globe& globe, Panel& panel) {
  const std::vector<Vector3d> arc = great_arc(scene.directions[scene.target], scene.sample, 60);
  panel.layers.push_back(globe.line({.id = "theta_behind", .role = Role::muted}, arc, false));
  panel.layers.push_back(globe.line({.id = "theta", .role = Role::ink}, arc, true));
  const Vector3d at = globe.project(scene.sample);
  const Role role = in_front(at) ? margin_sample_role : Role::muted;
  panel.layers.push_back(
      Points{.mark = {.id = "sample", .role = role}, .x = {at.x()}, .y = {at.y()}, .size = 7});
  panel.layers.push_back(Note{.mark = {.id = "sample_name", .role = role},
                              .text = say("$x$, {}°", std::round(10 * degrees(scene.theta())) / 10),
                              .at = seen(at),
                              .anchor = Anchor::right});
  const Vector3d step = globe.project(step_along_sphere(scene));
  if (!in_front(at) || std::hypot(step.x(), step.y()) < 0.02) return;
  panel.layers.push_back(Arrows{.mark = {.id = "gradient_step", .role = Role::highlight},
                                .arrows = {{seen(at), seen(at + step), "$-\\partial L/\\partial x$"}}});
}

Panel sphere_panel(const MarginScene& scene, const Globe& globe) {
  Panel panel{.id = "sphere", .title = "Classes and the sample on the sphere", .hint = "drag any ring"};
  panel.x = {.low = -sphere_rim, .high = sphere_rim};
  panel.y = panel.x;
  panel.frame = Frame::none;
  panel.equal_aspect = true;
  panel.cell = {.row = 0, .column = 0, .rows = 2};
  add_regions_behind(scene, globe, panel);
  panel.layers.push_back(globe.line({.id = "equator_behind", .role = Role::muted}, equator(), false));
  add_weights(scene, globe, false, panel);
  panel.layers.push_back(Arcs{.mark = {.id = "rim", .role = Role::muted}, .arcs = {{{}, 1, 0, 2 * pi, {}}}});
  add_regions(scene, globe, panel);
  panel.layers.push_back(globe.line({.id = "equator", .role = Role::muted}, equator(), true));
  add_weights(scene, globe, true, panel);
  add_sample(scene, globe, panel);
  return panel;
}

std::vector<Handle> sphere_handles(const MarginScene& scene, const Globe& globe) {
  const AngularMargin& lab = scene.lab;
  const SphereView view{lab.yaw, lab.pitch};
  std::vector<Handle> handles;
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    const Vector3d at = globe.project(scene.directions[j]);
    if (!in_front(at)) continue;
    Handle handle{.id = numbered("class", j),
                  .panel = "sphere",
                  .label = say("Class {}", j),
                  .at = seen(at),
                  .role = role_of_class(scene, j),
                  .bindings = {{.parameter = id_of(&AngularMargin::class_angles),
                                .coordinate = Binding::Coordinate::x,
                                .element = j}},
                  .sphere = view};
    if (j < lab.class_latitudes.size())
      handle.bindings.push_back({.parameter = id_of(&AngularMargin::class_latitudes),
                                 .coordinate = Binding::Coordinate::y,
                                 .element = j});
    handles.push_back(std::move(handle));
  }
  if (const Vector3d at = globe.project(scene.sample); in_front(at))
    handles.push_back({.id = "sample",
                       .panel = "sphere",
                       .label = "Sample $x$",
                       .at = seen(at),
                       .role = margin_sample_role,
                       .bindings = {{.parameter = id_of(&AngularMargin::sample_angle),
                                     .coordinate = Binding::Coordinate::x},
                                    {.parameter = id_of(&AngularMargin::sample_latitude),
                                     .coordinate = Binding::Coordinate::y}},
                       .sphere = view});
  return handles;
}

/// The probability of each class, p_y with the margin that training gives it.
std::vector<double> probabilities(const MarginScene& scene, const Margin& margin) {
  const MarginLossValue loss = margin_loss(margin, scene.cosines, scene.scales, scene.target);
  std::vector<double> list = loss.logit_gradient;
  list[scene.target] = loss.probability;
  return list;
}

Panel probability_panel(const MarginScene& scene) {
  const std::vector<double> list = probabilities(scene, scene.margin);
  Panel panel = class_bars_panel(scene, "probability", "Probabilities of the classes", list);
  panel.y = {.label = "$p_j$", .low = 0, .high = 1.05};
  panel.cell = {.row = 1, .column = 1};
  Points plain{.mark = {.id = "probability_plain", .label = "no margin", .role = Role::ink},
               .y = probabilities(scene, {}),
               .marker = Marker::diamond,
               .size = 7};
  for (std::size_t j = 0; j < plain.y.size(); ++j) plain.x.push_back(static_cast<double>(j));
  panel.layers.push_back(std::move(plain));
  return panel;
}

void add_class_readings(const MarginScene& scene, Figure& figure) {
  const std::vector<double> list = probabilities(scene, scene.margin);
  for (std::size_t j = 0; j < scene.classes(); ++j) {
    const double logit = j == scene.target ? scene.by_angle.value : scene.cosines[j];
    figure.readings.push_back({.id = numbered("angle", j),
                               .label = say("$\\theta_{{}}$", j),
                               .value = degrees(scene.angles[j]),
                               .unit = "°"});
    figure.readings.push_back(
        {.id = numbered("logit", j), .label = say("logit {}", j), .value = scene.scales[j] * logit});
    figure.readings.push_back(
        {.id = numbered("probability", j), .label = say("$p_{{}}$", j), .value = list[j]});
  }
}

}  // namespace

void add_turning_handle(const AngularMargin& lab, Panel& panel, std::vector<Handle>& handles) {
  constexpr double middle = 1.05, half = 0.17;  // of the pad in the corner, clear of the sphere
  constexpr double yaw_reach = half / pi, pitch_reach = half / (pi / 2);
  panel.layers.push_back(Polygons{.mark = {.id = "pad", .role = Role::muted, .control = true},
                                  .outlines = {{{middle - half, -middle - half},
                                                {middle + half, -middle - half},
                                                {middle + half, -middle + half},
                                                {middle - half, -middle + half}}},
                                  .opacity = 0.06});
  panel.layers.push_back(Note{.mark = {.id = "pad_name", .role = Role::muted, .control = true},
                              .text = "turn",
                              .at = {middle, half - middle}});
  // The sphere follows the hand: turned to the right it is seen from farther left.
  handles.push_back({.id = "turn",
                     .panel = panel.id,
                     .label = "Turn the sphere",
                     .at = {middle - lab.yaw * yaw_reach, -middle - lab.pitch * pitch_reach},
                     .role = Role::muted,
                     .bindings = {{.parameter = id_of(&AngularMargin::yaw),
                                   .coordinate = Binding::Coordinate::x,
                                   .scale = -1 / yaw_reach,
                                   .offset = middle / yaw_reach},
                                  {.parameter = id_of(&AngularMargin::pitch),
                                   .coordinate = Binding::Coordinate::y,
                                   .scale = -1 / pitch_reach,
                                   .offset = -middle / pitch_reach}},
                     .control = true});
}

void add_sphere_view(const MarginScene& scene, Figure& figure) {
  const Globe globe(scene);
  Panel target = margin_target_panel(scene);
  target.cell = {.row = 0, .column = 1};
  target.layers.push_back(Points{.mark = {.id = "sample", .role = margin_sample_role},
                                 .x = {scene.theta()},
                                 .y = {scene.by_angle.value},
                                 .size = 7});
  figure.panels = {sphere_panel(scene, globe), std::move(target), probability_panel(scene)};
  figure.handles = sphere_handles(scene, globe);
  add_turning_handle(scene.lab, figure.panels.front(), figure.handles);
  add_class_readings(scene, figure);
}

}  // namespace theta
