// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/visible_part.h"

#include "core/math/nan.h"
#include "core/model/overloaded.h"

#include <variant>

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

void keep_visible(Band& band, const Panel& panel) {
  Band kept = band;
  kept.x.clear();
  kept.low.clear();
  kept.high.clear();
  for (std::size_t i = 0; i < band.x.size(); ++i) {
    if (!within(panel.x, band.x[i]) || band.high[i] < panel.y.low || band.low[i] > panel.y.high) continue;
    kept.x.push_back(band.x[i]);
    kept.low.push_back(band.low[i]);
    kept.high.push_back(band.high[i]);
  }
  band = std::move(kept);
}

void keep_visible(Points& points, const Panel& panel) {
  Points kept = points;
  kept.x.clear();
  kept.y.clear();
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    if (!within(panel.x, points.x[i]) || !within(panel.y, points.y[i])) continue;
    kept.x.push_back(points.x[i]);
    kept.y.push_back(points.y[i]);
  }
  points = std::move(kept);
}

/// A bar reaches into the axes wherever it ends.
void keep_visible(Bars& bars, const Panel& panel) {
  Bars kept = bars;
  kept.x.clear();
  kept.y.clear();
  for (std::size_t i = 0; i < bars.x.size(); ++i) {
    if (!within(panel.x, bars.x[i])) continue;
    kept.x.push_back(bars.x[i]);
    kept.y.push_back(bars.y[i]);
  }
  bars = std::move(kept);
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
