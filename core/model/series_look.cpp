// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/series_look.h"

#include <algorithm>
#include <variant>

namespace theta {

std::vector<SeriesLook> series_looks(const Panel& panel) {
  std::vector<SeriesLook> looks;
  for (const Layer& layer : panel.layers) {
    const Mark& mark = mark_of(layer);
    if (mark.label.empty()) continue;
    SeriesLook look{.id = mark.id, .label = mark.label, .role = mark.role, .kind = layer.index()};
    if (const auto* curve = std::get_if<Curve>(&layer)) {
      look.dash = curve->dash;
      look.marker = curve->marker;
      look.size = curve->width;
    } else if (const auto* points = std::get_if<Points>(&layer)) {
      look.marker = points->marker;
      look.size = points->size;
    } else if (!std::holds_alternative<Bars>(layer)) {
      continue;
    }
    looks.push_back(look);
  }
  return looks;
}

bool only_colours_differ(const SeriesLook& a, const SeriesLook& b) {
  constexpr double seen = 1.3;  // times as wide
  const bool as_wide = std::max(a.size, b.size) <= seen * std::min(a.size, b.size);
  return a.role != b.role && a.kind == b.kind && a.dash == b.dash && a.marker == b.marker && as_wide;
}

}  // namespace theta
