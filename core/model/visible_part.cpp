// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/visible_part.h"

#include "core/math/nan.h"
#include "core/model/overloaded.h"

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace theta {
namespace {

bool within(const Axis& axis, double value) { return value >= axis.low && value <= axis.high; }

void keep_visible(Curve& curve, const Panel& panel) {
  Curve kept = curve;
  kept.x.clear();
  kept.y.clear();
  bool cut = false;
  for (std::size_t i = 0; i < curve.x.size(); ++i) {
    const bool visible = within(panel.x, curve.x[i]) && within(panel.y, curve.y[i]);
    if (visible && cut && !kept.x.empty()) {
      kept.x.push_back(curve.x[i]);
      kept.y.push_back(nan);
    }
    if (visible) {
      kept.x.push_back(curve.x[i]);
      kept.y.push_back(curve.y[i]);
    }
    cut = !visible;
  }
  curve = std::move(kept);
}

/// Keeps what lists of one length hold at the places that are seen.
void keep_where(const auto& seen, std::vector<double>& first, auto&... others) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!seen(i)) continue;
    first[kept] = first[i];
    ((others[kept] = others[i]), ...);
    ++kept;
  }
  first.resize(kept);
  (others.resize(kept), ...);
}

void keep_visible(Band& band, const Panel& panel) {
  const auto seen = [&](std::size_t i) {
    return within(panel.x, band.x[i]) && !(band.high[i] < panel.y.low || band.low[i] > panel.y.high);
  };
  keep_where(seen, band.x, band.low, band.high);
}

void keep_visible(Points& points, const Panel& panel) {
  const auto seen = [&](std::size_t i) {
    return within(panel.x, points.x[i]) && within(panel.y, points.y[i]);
  };
  keep_where(seen, points.x, points.y);
}

/// A bar reaches into the axes wherever it ends.
void keep_visible(Bars& bars, const Panel& panel) {
  keep_where([&](std::size_t i) { return within(panel.x, bars.x[i]); }, bars.x, bars.y);
}

void keep_visible(Map& map, const Panel& panel) {
  Map kept = map;
  kept.x.clear();
  kept.y.clear();
  kept.values.clear();
  for (const double x : map.x)
    if (within(panel.x, x)) kept.x.push_back(x);
  for (std::size_t row = 0; row < map.y.size(); ++row) {
    if (!within(panel.y, map.y[row])) continue;
    kept.y.push_back(map.y[row]);
    for (std::size_t column = 0; column < map.x.size(); ++column)
      if (within(panel.x, map.x[column])) kept.values.push_back(map.values[row * map.x.size() + column]);
  }
  map = std::move(kept);
}

}  // namespace

Figure visible_part(Figure figure) {
  for (Panel& panel : figure.panels) {
    for (Layer& layer : panel.layers)
      std::visit(Overloaded{[&](Curve& curve) { keep_visible(curve, panel); },
                            [&](Band& band) { keep_visible(band, panel); },
                            [&](Points& points) { keep_visible(points, panel); },
                            [&](Bars& bars) { keep_visible(bars, panel); },
                            [&](Map& map) { keep_visible(map, panel); }, [](auto&) {}},
                 layer);
  }
  return figure;
}

}  // namespace theta
