// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_panels.h"
#include "core/labs/axis_limits.h"
#include "core/math/clipped_polygon.h"
#include "core/math/margin_bounds.h"
#include "core/math/nan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Eigen::Vector2d;
using std::numbers::pi;

constexpr int boundary_intervals = 360;  // of [0, π]

using PlaneOutline = std::vector<Vector2d>;

/// The target and its rival, and the angle between their weights.
struct Pair {
  const MarginScene& scene;
  double ratio = 1;    ///< the target's scale divided by the rival's
  double between = 0;  ///< in [0, π]
};

Pair pair_of(const MarginScene& scene) {
  const std::vector<double>& angles = scene.lab.class_angles;
  return {.scene = scene,
          .ratio = scene.scales[scene.target] / scene.scales[scene.rival],
          .between = std::abs(within_half_turns(angles[scene.target] - angles[scene.rival]))};
}

/// No sample in any number of dimensions has other angles to two weights: each is at most the sum of the
/// other and the angle between the weights, and all three together are at most a full turn.
PlaneOutline reachable(PlaneOutline outline, double between) {
  outline = clipped_polygon<2>(outline, {1, 1}, between);
  outline = clipped_polygon<2>(outline, {1, -1}, -between);
  outline = clipped_polygon<2>(outline, {-1, 1}, -between);
  return clipped_polygon<2>(outline, {-1, -1}, between - 2 * pi);
}

/// θ2 above which class 1 wins by its margin, for θ1 from 0 on, as far as there is one.
PlaneOutline boundary(const Margin& margin, double ratio) {
  PlaneOutline points;
  for (int i = 0; i <= boundary_intervals; ++i) {
    const double theta = pi * i / boundary_intervals;
    if (const auto other = boundary_angle(margin, theta, ratio)) points.push_back({theta, *other});
  }
  return points;
}

PlaneOutline mirrored(PlaneOutline outline) {
  for (Vector2d& each : outline) std::swap(each.x(), each.y());
  return outline;
}

/// What lies between a boundary and the side of the plane where class 1's rival is far away.
PlaneOutline region(PlaneOutline border) {
  if (border.empty()) return border;
  border.push_back({border.back().x(), pi});
  border.push_back({0, pi});
  return border;
}

Polygons filled(Mark mark, const PlaneOutline& outline, double opacity) {
  Polygons polygons{.mark = std::move(mark), .opacity = opacity, .outlined = false};
  if (outline.size() < 3) return polygons;
  polygons.outlines.emplace_back();
  for (const Vector2d& each : outline) polygons.outlines.back().push_back({each.x(), each.y()});
  return polygons;
}

/// Through the whole square, also where no sample can be; cut where T jumps or no θ2 is left.
Curve boundary_curve(const Margin& margin, double ratio, Mark mark) {
  Curve curve{.mark = std::move(mark), .width = 2};
  const std::optional<double> jump = switch_angle(margin);
  const auto add = [&](double x, double y) {
    curve.x.push_back(x);
    curve.y.push_back(y);
  };
  for (int i = 0; i <= boundary_intervals; ++i) {
    const double theta = pi * i / boundary_intervals;
    if (jump && i > 0 && *jump > curve.x.back() && *jump < theta) add(*jump, nan);
    add(theta, boundary_angle(margin, theta, ratio).value_or(nan));
  }
  return curve;
}

Panel plane_panel(const Pair& pair) {
  const MarginScene& scene = pair.scene;
  const double between = pair.between;
  const PlaneOutline square = {{0, 0}, {pi, 0}, {pi, pi}, {0, pi}};
  const auto won_by_target = [&](const Margin& margin) {
    return reachable(region(boundary(margin, pair.ratio)), between);
  };
  // The rival's region is made like the target's with the two angles exchanged.
  const auto won_by_rival = [&](const Margin& margin) {
    return reachable(mirrored(region(boundary(margin, 1 / pair.ratio))), between);
  };

  Panel panel{.id = "plane", .title = "Angles to two classes", .hint = "drag the ring"};
  panel.x = {.label = say("$\\theta_1$ to class {} (rad)", scene.target),
             .low = 0,
             .high = pi,
             .multiples_of_pi = true};
  panel.y = {.label = say("$\\theta_2$ to class {} (rad)", scene.rival),
             .low = 0,
             .high = pi,
             .multiples_of_pi = true};
  panel.equal_aspect = true;
  panel.cell = {.row = 0, .column = 0, .rows = 2};
  Polygons wedge = filled({.id = "reachable", .role = Role::muted}, reachable(square, between), 0);
  wedge.outlined = true;
  // What is won without a margin lies under what is won by it: where it shows is the band between the two.
  panel.layers = {wedge, filled({.id = "decision_1", .role = margin_target_role}, won_by_target({}), 0.12),
                  filled({.id = "decision_2", .role = margin_rival_role}, won_by_rival({}), 0.12),
                  filled({.id = "region_1", .role = margin_target_role}, won_by_target(scene.margin), 0.28),
                  filled({.id = "region_2", .role = margin_rival_role}, won_by_rival(scene.margin), 0.28)};
  Curve rival = boundary_curve(
      scene.margin, 1 / pair.ratio,
      {.id = "boundary_2", .label = say("class {} needs this", scene.rival), .role = margin_rival_role});
  // A curve's x are finite, so the rival's, which stands on its side, ends where it has no more θ1.
  Curve standing{.mark = rival.mark, .width = 2};
  for (std::size_t i = 0; i < rival.x.size(); ++i) {
    const bool gap = std::isnan(rival.y[i]);
    if (gap && standing.x.empty()) continue;
    standing.x.push_back(gap ? standing.x.back() : rival.y[i]);
    standing.y.push_back(gap ? nan : rival.x[i]);
  }
  panel.layers.push_back(std::move(standing));
  panel.layers.push_back(boundary_curve(
      scene.margin, pair.ratio,
      {.id = "boundary_1", .label = say("class {} needs this", scene.target), .role = margin_target_role}));
  panel.layers.push_back(Points{.mark = {.id = "sample", .role = margin_sample_role},
                                .x = {scene.theta()},
                                .y = {scene.angles[scene.rival]},
                                .size = 7});
  return panel;
}

/// How far beyond its own angle the rival has to be, in degrees.
Panel gap_panel(const Pair& pair) {
  const MarginScene& scene = pair.scene;
  Panel panel{.id = "gap", .title = "The margin in degrees"};
  panel.x = {.label = "$\\theta_1$ (rad)", .low = 0, .high = pi / 2, .multiples_of_pi = true};
  panel.cell = {.row = 0, .column = 1};
  double low = 0, high = 10;
  const auto gap = [&](MarginLoss loss, Role role, Dash dash, std::string id) {
    Curve curve = boundary_curve(scene.lab.margin_of(loss), pair.ratio,
                                 {.id = std::move(id),
                                  .label = margin_loss_options()[static_cast<std::size_t>(loss)].label,
                                  .role = role});
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      curve.y[i] = degrees(curve.y[i] - curve.x[i]);
      if (std::isnan(curve.y[i]) || curve.x[i] > pi / 2) continue;
      low = std::min(low, curve.y[i]);
      high = std::max(high, curve.y[i]);
    }
    curve.dash = dash;
    panel.layers.push_back(std::move(curve));
  };
  std::size_t others = 2;
  for (const MarginLoss loss : scene.lab.compare) {
    if (loss == scene.lab.loss) continue;
    gap(loss, series(others), series_dash(others), "angle_gap_" + margin_loss_id(loss));
    ++others;
  }
  gap(scene.lab.loss, margin_target_role, Dash::solid, "angle_gap");
  const Limits limits = rounded_outward(low, high, 10);
  panel.y = {.label = "$\\theta_2 - \\theta_1$ (°)", .low = limits.low, .high = limits.high};
  if (scene.theta() < pi / 2)
    panel.layers.push_back(Rule{.mark = {.id = "theta", .role = margin_target_role}, .at = scene.theta()});
  return panel;
}

}  // namespace

void add_plane_view(const MarginScene& scene, Figure& figure) {
  const Pair pair = pair_of(scene);
  Panel circle = margin_circle_panel(scene);
  circle.cell = {.row = 1, .column = 1};
  figure.panels = {plane_panel(pair), gap_panel(pair), std::move(circle)};
  figure.handles = margin_circle_handles(scene);
  figure.handles.push_back(theta_handle(scene, "plane", scene.angles[scene.rival]));
  figure.readings.push_back(
      {.id = "between_weights", .label = "$\\theta_{12}$", .value = degrees(pair.between), .unit = "°"});
  const auto needed = boundary_angle(scene.margin, scene.theta(), pair.ratio);
  figure.readings.push_back({.id = "needed_angle",
                             .label = "$\\theta_2$ needed",
                             .value = needed ? degrees(*needed) : nan,
                             .unit = "°"});
  if (!needed)
    figure.remarks.push_back("At this angle the margin asks for more than any rival's direction can give.");
}

}  // namespace theta
