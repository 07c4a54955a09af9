// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/look_alike.h"

#include "core/model/series_look.h"

#include <cstddef>
#include <vector>

namespace theta {

std::optional<LookAlike> look_alike(const Figure& figure, const Theme& theme) {
  constexpr double alike = 0.08;
  std::optional<LookAlike> found;
  for (const Panel& panel : figure.panels) {
    const std::vector<SeriesLook> all = series_looks(panel);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const SeriesLook &a = all[j], &b = all[i];
        if (!only_colours_differ(a, b)) continue;
        const MostAlike colours = most_alike(theme.colour(a.role), theme.colour(b.role));
        if (colours.distance >= (found ? found->colours.distance : alike)) continue;
        found = {panel.title, a.label, b.label, colours};
      }
    }
  }
  return found;
}

}  // namespace theta
