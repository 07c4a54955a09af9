// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/handles.h"

#include "ui/figure/canvas.h"

#include <QLineF>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

constexpr double ring = 13, lit_ring = 17, stroke_width = 2.4, reach = 13;

using Coordinate = Binding::Coordinate;

bool bound(const Handle& handle, Coordinate coordinate) {
  return std::ranges::any_of(handle.bindings,
                             [&](const Binding& binding) { return binding.coordinate == coordinate; });
}

bool free_along_x(const Handle& handle) {
  return bound(handle, Coordinate::x) || bound(handle, Coordinate::point);
}
bool free_along_y(const Handle& handle) {
  return bound(handle, Coordinate::y) || bound(handle, Coordinate::point);
}
bool turns(const Handle& handle) {
  return bound(handle, Coordinate::angle) || bound(handle, Coordinate::radius);
}

/// 1, 2 or 5 times a power of ten, about a hundredth of a range.
double usual_step(double range) {
  const double least = range / 100, power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= least * 0.999) return factor * power;
  return 10 * power;
}

double pace(Stride stride) { return stride == Stride::fine ? 0.1 : stride == Stride::coarse ? 10 : 1; }

double stepped_along(const Axis& axis, double value, double count, Stride stride) {
  if (axis.whole) return std::round(value) + count * std::max(1.0, pace(stride));
  if (axis.scale == AxisScale::log)
    return std::pow(
        10, std::log10(value) + count * pace(stride) * (std::log10(axis.high) - std::log10(axis.low)) / 100);
  const double step = axis.multiples_of_pi ? std::numbers::pi / 180 : usual_step(axis.high - axis.low);
  return value + count * pace(stride) * step;
}

bool rule_stands_at(const Panel& panel, Direction direction, double at) {
  return std::ranges::any_of(panel.layers, [&](const Layer& layer) {
    const Rule* rule = std::get_if<Rule>(&layer);
    return rule && rule->direction == direction && rule->at == at;
  });
}

}  // namespace

std::vector<HandlePlace> place_handles(const Figure& figure, const std::vector<PanelPlace>& places) {
  std::vector<HandlePlace> handles;
  for (std::size_t i = 0; i < figure.handles.size(); ++i) {
    const Handle& handle = figure.handles[i];
    const auto place =
        std::ranges::find(places, handle.panel, [](const PanelPlace& each) { return each.shape.id; });
    if (place == places.end()) continue;
    QPointF at = place->coordinates().pixel(handle.at);
    if (!std::isfinite(at.x()) || !std::isfinite(at.y())) continue;
    at.setX(std::clamp(at.x(), place->plot.left(), place->plot.right()));
    at.setY(std::clamp(at.y(), place->plot.top(), place->plot.bottom()));
    handles.push_back({i, static_cast<std::size_t>(place - places.begin()), at});
  }
  return handles;
}

std::optional<std::size_t> handle_at(const std::vector<HandlePlace>& handles, QPointF point,
                                     const Theme& theme) {
  const auto distance = [&](const HandlePlace& each) { return QLineF(each.at, point).length(); };
  const auto nearest = std::ranges::min_element(handles, {}, distance);
  if (nearest == handles.end() || distance(*nearest) > reach * theme.lines) return {};
  return static_cast<std::size_t>(nearest - handles.begin());
}

void paint_handle(QPainter& painter, const Handle& handle, QPointF at, HandleState state,
                  const Theme& theme) {
  const QColor colour = theme.colour(handle.role);
  if (state.focused) {
    const double radius = (lit_ring / 2 + 4) * theme.lines;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 2 * theme.lines));
    painter.drawEllipse(at, radius, radius);
  }
  const double radius = ((state.lit ? lit_ring : ring) - stroke_width) / 2 * theme.lines;
  painter.setBrush(state.lit ? colour : theme.pane);
  painter.setPen(QPen(colour, stroke_width * theme.lines));
  painter.drawEllipse(at, radius, radius);
  painter.setBrush(Qt::NoBrush);
}

void paint_guide(QPainter& painter, const Handle& handle, QPointF at, const Panel& panel,
                 const PanelPlace& place, const Theme& theme) {
  const bool along_x = free_along_x(handle), along_y = free_along_y(handle);
  if (along_x == along_y || place.shape.polar) return;
  const Direction direction = along_x ? Direction::vertical : Direction::horizontal;
  if (rule_stands_at(panel, direction, along_x ? handle.at.x : handle.at.y)) return;
  const QRectF& plot = place.plot;
  const Polyline guide = along_x ? Polyline{{at.x(), plot.bottom()}, {at.x(), plot.top()}}
                                 : Polyline{{plot.left(), at.y()}, {plot.right(), at.y()}};
  const Coordinates coordinates = place.coordinates();
  stroke({painter, theme, coordinates}, std::vector<Polyline>{guide}, theme.colour(handle.role), 1.2,
         Dash::dashed);
}

Point dragged_to(const Handle& handle, const PanelPlace& place, QPointF pixel) {
  const QRectF& plot = place.plot;
  const Point to = place.coordinates().value(
      {std::clamp(pixel.x(), plot.left(), plot.right()), std::clamp(pixel.y(), plot.top(), plot.bottom())});
  if (turns(handle)) return to;
  return {free_along_x(handle) ? to.x : handle.at.x, free_along_y(handle) ? to.y : handle.at.y};
}

std::optional<Point> stepped(const Handle& handle, const PanelPlace& place, int right, int up,
                             Stride stride) {
  if (turns(handle)) {
    const Point from{handle.at.x - handle.centre.x, handle.at.y - handle.centre.y};
    double angle = std::atan2(from.y, from.x), radius = std::hypot(from.x, from.y);
    const bool both = bound(handle, Coordinate::angle) && bound(handle, Coordinate::radius);
    const int turn = both ? -right : up - right, growth = both ? up : up + right;
    if (bound(handle, Coordinate::angle)) angle += turn * pace(stride) * std::numbers::pi / 180;
    if (bound(handle, Coordinate::radius))
      radius =
          std::max(0.0, radius + growth * pace(stride) * usual_step(place.shape.y.high - place.shape.y.low));
    return Point{handle.centre.x + radius * std::cos(angle), handle.centre.y + radius * std::sin(angle)};
  }
  const bool along_x = free_along_x(handle), along_y = free_along_y(handle);
  const int across = along_x ? right : 0, upwards = along_y ? up : 0;
  if (across == 0 && upwards == 0) return {};
  Point to = handle.at;
  if (across != 0) to.x = stepped_along(place.shape.x, to.x, across, stride);
  if (upwards != 0) to.y = stepped_along(place.shape.y, to.y, upwards, stride);
  return to;
}

}  // namespace theta
