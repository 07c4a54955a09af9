// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <cstddef>
#include <string>
#include <vector>

namespace theta {

/// What a named curve, set of points or set of bars looks like.
struct SeriesLook {
  std::string id;
  Text label;
  Role role = Role::series_1;
  std::size_t kind = 0;
  Dash dash = Dash::solid;
  Marker marker = Marker::none;
  double size = 0;  ///< of lines or points
};

std::vector<SeriesLook> series_looks(const Panel& panel);

/// Whether nothing but their colours tells them apart.
bool only_colours_differ(const SeriesLook& a, const SeriesLook& b);

}  // namespace theta
