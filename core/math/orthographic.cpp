// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/orthographic.h"

#include <cmath>

namespace theta {

Orthographic::Orthographic(double longitude, double latitude) {
  const double east = std::cos(longitude), north = std::sin(longitude);
  const double flat = std::cos(latitude), high = std::sin(latitude);
  rotation_.row(0) << -north, east, 0;
  rotation_.row(1) << -high * east, -high * north, flat;
  rotation_.row(2) << flat * east, flat * north, high;
}

}  // namespace theta
