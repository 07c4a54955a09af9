// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace theta {

/// A parallel projection of space: from where it is looked at, by longitude and latitude in radians. At 0, 0
/// the x axis points at the viewer, y to the right and z up; a growing longitude turns the picture clockwise
/// as seen from above.
class Orthographic {
 public:
  Orthographic(double longitude, double latitude);

  /// To the right, up, and towards the viewer: a rotation of the vector.
  Eigen::Vector3d project(const Eigen::Vector3d& point) const { return rotation_ * point; }

  /// The inverse of that rotation.
  Eigen::Vector3d unproject(const Eigen::Vector3d& seen) const { return rotation_.transpose() * seen; }

  /// The direction seen at a place of the picture, on the side of the unit sphere that faces the viewer;
  /// beyond the rim that of the nearest place on it.
  Eigen::Vector3d direction_at(double right, double up) const;

 private:
  Eigen::Matrix3d rotation_;
};

}  // namespace theta
