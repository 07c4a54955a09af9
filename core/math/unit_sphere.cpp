// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/unit_sphere.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace theta {

using Eigen::Vector3d;

Vector3d sphere_direction(double longitude, double latitude) {
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude)};
}

double longitude_of(const Vector3d& direction) { return std::atan2(direction.y(), direction.x()); }

double latitude_of(const Vector3d& direction) {
  return std::atan2(direction.z(), std::hypot(direction.x(), direction.y()));
}

double angle_between(const Vector3d& from, const Vector3d& to) {
  return std::atan2(from.cross(to).norm(), from.dot(to));
}

std::vector<Vector3d> great_arc(const Vector3d& from, const Vector3d& to, int pieces) {
  const double angle = angle_between(from, to);
  Vector3d across = to - from.dot(to) * from;
  if (across.norm() < 1e-12) across = from.unitOrthogonal();
  across.normalize();
  std::vector<Vector3d> arc;
  for (int i = 0; i <= pieces; ++i) {
    const double turned = angle * i / pieces;
    arc.emplace_back(std::cos(turned) * from + std::sin(turned) * across);
  }
  return arc;
}

}  // namespace theta
