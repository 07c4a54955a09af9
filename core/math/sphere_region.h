// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <functional>
#include <vector>

namespace theta {

/// The direction at an angle from a centre, seen from there at a bearing counted counter-clockwise from east.
/// All directions are unit vectors; at the poles, where there is no east, it is the y axis.
Eigen::Vector3d direction_about(const Eigen::Vector3d& centre, double angle, double bearing);

/// The bearing of a direction, the inverse of the above; 0 at the centre and opposite to it.
double bearing_about(const Eigen::Vector3d& centre, const Eigen::Vector3d& direction);

/// The outline of the region about a centre in which a condition holds: at even bearings the first angle at
/// which it ceases, found between `steps` even angles and refined by bisection. Empty where it does not hold
/// at the centre.
std::vector<Eigen::Vector3d> sphere_region(const Eigen::Vector3d& centre,
                                           const std::function<bool(const Eigen::Vector3d&)>& holds,
                                           int bearings = 120, int steps = 36);

/// What of an outline on the unit sphere faces the viewer, who looks down the z axis: the part with z ≥ 0,
/// closed along the rim of the disc by its shorter arcs.
std::vector<Eigen::Vector3d> facing(const std::vector<Eigen::Vector3d>& outline);

}  // namespace theta
