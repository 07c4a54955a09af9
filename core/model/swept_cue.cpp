// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/swept_cue.h"

#include <algorithm>

namespace theta {
namespace {

constexpr std::size_t dashes = 4, shapes = 4;

Dash dash_of(std::size_t number) { return static_cast<Dash>(number % dashes); }

/// So many shapes after a marker's, where none stands before the first.
Marker shape_after(Marker marker, std::size_t steps) {
  if (steps == 0) return marker;
  return static_cast<Marker>(1 + (static_cast<std::size_t>(marker) + shapes - 1 + steps) % shapes);
}

Marker shape_of(std::size_t number) { return shape_after(Marker::disc, number); }

}  // namespace

void set_cue(Layer& layer, std::size_t number) {
  const std::size_t round = number / 4;
  if (auto* curve = std::get_if<Curve>(&layer)) {
    curve->dash = dash_of(number);
    curve->marker = shape_after(Marker::none, round);
  } else if (auto* points = std::get_if<Points>(&layer)) {
    points->marker = shape_of(number);
    points->size /= 1 + 0.4 * static_cast<double>(round);
  } else if (auto* band = std::get_if<Band>(&layer)) {
    constexpr double faintest = 0.15, step = 0.05;  // 12 of them reach 0.7
    band->opacity = std::max(band->opacity, faintest) + step * static_cast<double>(number);
  } else if (auto* rule = std::get_if<Rule>(&layer)) {
    rule->dash = dash_of(number);
  }
}

void set_cue_beside(Layer& layer, std::size_t number, std::size_t curve) {
  if (auto* drawn = std::get_if<Curve>(&layer)) drawn->dash = dash_of(number + 1 + curve);
  if (auto* rule = std::get_if<Rule>(&layer)) rule->dash = dash_of(number);
  if (auto* points = std::get_if<Points>(&layer); points && points->marker != Marker::none)
    points->marker = shape_after(points->marker, number + number / 4);
}

void set_cue_of_layer(Curve& curve, std::size_t number) {
  curve.dash = dash_of(number);
  if (number >= dashes) curve.marker = shape_of(number / dashes - 1);
}

void set_marker_of_value(Curve& curve, std::size_t number) {
  curve.marker = shape_of(number);
  curve.width *= 1 + 0.8 * static_cast<double>(number / shapes);
}

void set_weight_of_value(Layer& layer, std::size_t number, std::size_t count) {
  const double share = static_cast<double>(number) / static_cast<double>(count - 1);
  if (auto* curve = std::get_if<Curve>(&layer)) curve->width *= 0.65 + share;
  if (auto* points = std::get_if<Points>(&layer)) points->size *= 0.55 + 0.65 * share;
  if (auto* band = std::get_if<Band>(&layer)) band->opacity *= 0.65 + share;
}

}  // namespace theta
