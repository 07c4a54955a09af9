// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <functional>
#include <vector>

namespace theta {

/// Where on the half of the unit sphere with z ≥ 0, which faces a viewer who looks down the z axis, a
/// condition on directions holds: the outlines of the parts, counter-clockwise as the viewer sees them, holes
/// clockwise, closed along the rim. Marching squares (Lorensen and Cline, 1987, in two dimensions) on even
/// rings about the viewer's axis and even bearings, borders and their bends within a cell refined by
/// bisection. What falls between all points of that grid is not seen, and corners are cut a little.
std::vector<std::vector<Eigen::Vector3d>> facing_regions(
    const std::function<bool(const Eigen::Vector3d&)>& holds, int rings = 32, int bearings = 128);

}  // namespace theta
