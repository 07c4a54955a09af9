// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <vector>

namespace theta {

/// The unit vector at a longitude and latitude in radians: the x axis at 0, 0, the y axis at π/2, 0, the z
/// axis at the north pole.
Eigen::Vector3d sphere_direction(double longitude, double latitude);

/// The longitude, in [−π, π], and the latitude of a unit vector.
double longitude_of(const Eigen::Vector3d& direction);
double latitude_of(const Eigen::Vector3d& direction);

/// The angle between two unit vectors, in [0, π], with all its digits near both ends.
double angle_between(const Eigen::Vector3d& from, const Eigen::Vector3d& to);

/// Directions evenly along the shorter great circle between two, both of them among these; where they are
/// opposite, along one of them.
std::vector<Eigen::Vector3d> great_arc(const Eigen::Vector3d& from, const Eigen::Vector3d& to, int pieces);

}  // namespace theta
