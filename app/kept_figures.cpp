// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_figures.h"

#include "core/model/overloaded.h"

#include <variant>

namespace theta {
namespace {

std::size_t bytes_of_layer(const Layer& layer) {
  const auto bytes = [](const auto&... lists) {
    return (std::size_t{0} + ... + (lists.size() * sizeof(*lists.data())));
  };
  return std::visit(Overloaded{[&](const Curve& curve) { return bytes(curve.x, curve.y); },
                               [&](const Band& band) { return bytes(band.x, band.low, band.high); },
                               [&](const Points& points) { return bytes(points.x, points.y); },
                               [&](const Bars& bars) { return bytes(bars.x, bars.y); },
                               [&](const Map& map) { return bytes(map.x, map.y, map.values); },
                               [&](const Arrows& arrows) { return bytes(arrows.arrows); },
                               [&](const Polygons& polygons) {
                                 std::size_t sum = bytes(polygons.outlines);
                                 for (const auto& outline : polygons.outlines) sum += bytes(outline);
                                 return sum;
                               },
                               [&](const Arcs& arcs) { return bytes(arcs.arcs); },
                               [](const Rule&) { return std::size_t{0}; },
                               [](const Span&) { return std::size_t{0}; },
                               [](const Note&) { return std::size_t{0}; }},
                    layer) +
         sizeof(Layer);
}

std::size_t bytes_of_figure(const Figure& figure) {
  std::size_t sum = sizeof(Figure);
  for (const Panel& panel : figure.panels) {
    sum += sizeof(Panel);
    for (const Layer& layer : panel.layers) sum += bytes_of_layer(layer);
  }
  return sum;
}

}  // namespace

void KeptFigures::keep(const Figure& next) {
  const std::size_t bytes = bytes_of_figure(next);
  if (bytes > left_) {
    left_ = 0;  // none after it either: they are found by their place
    return;
  }
  left_ -= bytes;
  figures_.push_back(next);
}

}  // namespace theta
