// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sphere_region.h"

#include "core/math/clipped_polygon.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;

struct Tangents {
  Vector3d east, north;
};

Tangents tangents(const Vector3d& centre) {
  const Vector3d east = Vector3d::UnitZ().cross(centre);
  const Vector3d unit = east.norm() > 1e-9 ? Vector3d(east.normalized()) : Vector3d::UnitY();
  return {unit, centre.cross(unit)};
}

}  // namespace

Vector3d direction_about(const Vector3d& centre, double angle, double bearing) {
  const Tangents at = tangents(centre);
  return std::cos(angle) * centre +
         std::sin(angle) * (std::cos(bearing) * at.east + std::sin(bearing) * at.north);
}

double bearing_about(const Vector3d& centre, const Vector3d& direction) {
  const Tangents at = tangents(centre);
  const double east = direction.dot(at.east), north = direction.dot(at.north);
  return std::hypot(east, north) < 1e-12 ? 0 : std::atan2(north, east);
}

std::vector<Vector3d> sphere_region(const Vector3d& centre, const std::function<bool(const Vector3d&)>& holds,
                                    int bearings, int steps) {
  std::vector<Vector3d> outline;
  if (!holds(centre)) return outline;
  for (int i = 0; i < bearings; ++i) {
    const double bearing = 2 * pi * i / bearings;
    double low = 0, high = pi;
    for (int step = 1; step <= steps; ++step) {
      high = pi * step / steps;
      if (!holds(direction_about(centre, high, bearing))) break;
      low = high;
    }
    for (int halving = 0; low < high && halving < 30; ++halving) {
      const double middle = (low + high) / 2;
      (holds(direction_about(centre, middle, bearing)) ? low : high) = middle;
    }
    outline.push_back(direction_about(centre, low, bearing));
  }
  return outline;
}

std::vector<Vector3d> facing(const std::vector<Vector3d>& outline) {
  constexpr double arc_step = pi / 60;
  const std::vector<Vector3d> clipped = clipped_polygon<3>(outline, Vector3d::UnitZ(), 0);
  std::vector<Vector3d> closed;
  const auto on_rim = [](const Vector3d& point) { return std::abs(point.z()) < 1e-12; };
  for (std::size_t i = 0; i < clipped.size(); ++i) {
    const Vector3d &here = clipped[i], &next = clipped[(i + 1) % clipped.size()];
    closed.push_back(on_rim(here) ? Vector3d(here.normalized()) : here);
    if (!on_rim(here) || !on_rim(next)) continue;
    const double from = std::atan2(here.y(), here.x());
    const double turn = std::remainder(std::atan2(next.y(), next.x()) - from, 2 * pi);
    const int steps = static_cast<int>(std::ceil(std::abs(turn) / arc_step));
    for (int step = 1; step < steps; ++step) {
      const double angle = from + turn * step / steps;
      closed.emplace_back(std::cos(angle), std::sin(angle), 0);
    }
  }
  return closed;
}

}  // namespace theta
