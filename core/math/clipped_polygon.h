// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <vector>

namespace theta {

/// The part of a closed polygon on which normal · point ≥ offset, in the plane or in space (Sutherland and
/// Hodgman, 1974). Where the polygon is not convex the parts left hang together by edges along the border.
template <int Dimensions>
std::vector<Eigen::Matrix<double, Dimensions, 1>> clipped_polygon(
    const std::vector<Eigen::Matrix<double, Dimensions, 1>>& outline,
    const Eigen::Matrix<double, Dimensions, 1>& normal, double offset) {
  std::vector<Eigen::Matrix<double, Dimensions, 1>> kept;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto& here = outline[i];
    const auto& next = outline[(i + 1) % outline.size()];
    const double depth = normal.dot(here) - offset, next_depth = normal.dot(next) - offset;
    if (depth >= 0) kept.push_back(here);
    if ((depth < 0) != (next_depth < 0)) kept.push_back(here + depth / (depth - next_depth) * (next - here));
  }
  return kept;
}

}  // namespace theta
