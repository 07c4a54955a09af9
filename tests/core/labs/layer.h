// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace theta {

/// The layer of a panel that the figure must have.
template <class Kind>
const Kind& layer(const Figure& figure, std::string_view panel, std::string_view id) {
  for (const Layer& each : find_panel(figure, panel)->layers) {
    if (mark_of(each).id == id) return std::get<Kind>(each);
  }
  throw std::out_of_range(std::string(id));
}

inline bool inside(const std::vector<std::vector<Point>>& outlines, Point at) {
  bool in = false;
  for (const std::vector<Point>& outline : outlines) {
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
      const Point a = outline[i], b = outline[j];
      if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)) in = !in;
    }
  }
  return in;
}

}  // namespace theta
