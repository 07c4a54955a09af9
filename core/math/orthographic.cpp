// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/orthographic.h"

#include <algorithm>
#include <cmath>

namespace theta {

Orthographic::Orthographic(double longitude, double latitude) {
  const double east = std::cos(longitude), north = std::sin(longitude);
  const double flat = std::cos(latitude), high = std::sin(latitude);
  rotation_.row(0) << -north, east, 0;
  rotation_.row(1) << -high * east, -high * north, flat;
  rotation_.row(2) << flat * east, flat * north, high;
}

Eigen::Vector3d Orthographic::direction_at(double right, double up) const {
  const double distance = std::hypot(right, up);
  const double beyond = std::max(1.0, distance), near = std::min(1.0, distance);
  return unproject({right / beyond, up / beyond, std::sqrt((1 - near) * (1 + near))});
}

}  // namespace theta
