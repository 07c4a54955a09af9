// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/label_places.h"

#include "ui/figure/paint_layer.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace theta {
namespace {

QPointF centred(QPointF middle, const SetText& text) {
  return middle - QPointF(text.width, text.height()) / 2;
}

void add(LabelPlaces& places, QPointF top_left) { places.push_back({top_left, places.size()}); }

/// Wholly beyond a line that runs through a point, on the side a unit vector across it points to.
QPointF beyond(QPointF point, QPointF across, const SetText& text, double distance) {
  const double half = std::abs(across.x()) * text.width / 2 + std::abs(across.y()) * text.height() / 2;
  return centred(point + across * (distance + half), text);
}

}  // namespace

LabelPlaces places_around(QPointF point, QPointF outwards, const SetText& text, double distance) {
  LabelPlaces places;
  const double direction = std::atan2(outwards.y(), outwards.x());
  for (const double turn : {0.0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9, 3.1}) {
    const double angle = direction + turn;
    const QPointF step(std::cos(angle), std::sin(angle));
    const double half = std::min(text.width / 2 / std::max(std::abs(step.x()), 1e-6),
                                 text.height() / 2 / std::max(std::abs(step.y()), 1e-6));
    add(places, centred(point + step * (distance + half), text));
  }
  return places;
}

LabelPlaces places_along(std::span<const Polyline> lines, const SetText& text) {
  constexpr std::array stations = {1.0, 0.94, 0.86, 0.76, 0.66, 0.55, 0.44, 0.33, 0.22, 0.11, 0.0};
  double left = std::numeric_limits<double>::infinity(), right = -left;
  for (const Polyline& line : lines) {
    for (const QPointF point : line) {
      left = std::min(left, point.x());
      right = std::max(right, point.x());
    }
  }
  constexpr double steep = 28;
  LabelPlaces places;
  for (std::size_t i = 0; i < stations.size(); ++i) {
    const double from = left + stations[i] * std::max(right - left - text.width, 0.0), to = from + text.width;
    double top = std::numeric_limits<double>::infinity(), bottom = -top;
    for (const Polyline& line : lines) {
      for (const Polyline& piece : clipped(line, QRectF(from, -1e6, text.width, 2e6))) {
        for (const QPointF point : piece) {
          top = std::min(top, point.y());
          bottom = std::max(bottom, point.y());
        }
      }
    }
    if (!(bottom - top < steep)) continue;  // the name would stand far off
    const std::size_t rank = 2 * i;
    places.push_back({{to - text.width, top - label_gap - text.height()}, rank});
    places.push_back({{to - text.width, bottom + label_gap}, rank + 1});
  }
  return places;
}

bool is_restless(std::span<const Polyline> lines) {
  constexpr int turns_allowed = 40;
  constexpr double seen = 1.5;
  int turns = 0;
  for (const Polyline& line : lines) {
    double direction = 0, extreme = line.empty() ? 0 : line.front().y();
    for (const QPointF point : line) {
      const double step = point.y() - extreme;
      if (direction * step >= 0 && direction != 0) {
        extreme = point.y();
      } else if (std::abs(step) > seen) {
        turns += direction != 0 ? 1 : 0;
        direction = step;
        extreme = point.y();
      }
    }
  }
  return turns > turns_allowed;
}

LabelPlaces places_of_rule(const Rule& rule, const Coordinates& at, const SetText& text) {
  const QRectF& plot = at.plot;
  LabelPlaces places;
  if (rule.direction == Direction::horizontal) {
    const double y = at.y.pixel(rule.at);
    for (const double left :
         {plot.left() + 8, plot.right() - 8 - text.width, plot.center().x() - text.width / 2,
          plot.left() + plot.width() / 4 - text.width / 2,
          plot.left() + 3 * plot.width() / 4 - text.width / 2}) {
      add(places, {left, y - label_gap - text.height()});
      add(places, {left, y + label_gap});
    }
  } else {
    const double x = at.x.pixel(rule.at);
    for (const double top :
         {plot.top() + 4, plot.bottom() - 4 - text.height(), plot.center().y() - text.height() / 2,
          plot.top() + plot.height() / 4, plot.top() + 3 * plot.height() / 4}) {
      add(places, {x + label_gap + 1, top});
      add(places, {x - label_gap - 1 - text.width, top});
    }
  }
  return places;
}

LabelPlaces places_of_span(const Span& span, const Coordinates& at, const SetText& text) {
  const QRectF area = span_area(at, span);
  LabelPlaces places;
  for (const double top : {area.top() + 5, area.bottom() - 5 - text.height(),
                           area.top() + 5 + 1.6 * text.height(), area.center().y() - text.height() / 2})
    for (const double left :
         {area.center().x() - text.width / 2, area.left() + 6, area.right() - 6 - text.width})
      add(places, {left, top});
  return places;
}

LabelPlaces places_of_note(const Note& note, const Coordinates& at, const SetText& text) {
  const QPointF point = at.pixel(note.at);
  constexpr double distance = 7;
  switch (note.anchor) {
    case Anchor::above:
      return {{centred(point - QPointF(0, distance + text.height() / 2), text)}};
    case Anchor::below:
      return {{centred(point + QPointF(0, distance + text.height() / 2), text)}};
    case Anchor::left:
      return {{centred(point - QPointF(distance + text.width / 2, 0), text)}};
    case Anchor::right:
      return {{centred(point + QPointF(distance + text.width / 2, 0), text)}};
    case Anchor::centre:
      break;
  }
  return {{centred(point, text)}};
}

LabelPlaces places_of_arc(const Arc& arc, const Coordinates& at, const SetText& text) {
  constexpr std::array parts = {0.5, 0.35, 0.65, 0.2, 0.8};
  constexpr double near = 2, farther = 8, far = 16;
  const Polyline line = arc_line(at, arc);
  const QPointF centre = at.pixel(arc.centre);
  LabelPlaces places;
  const auto add_beside = [&](double distance, double side) {
    for (const double part : parts) {
      const QPointF point = line[static_cast<std::size_t>(part * static_cast<double>(line.size() - 1))];
      const QPointF out = (point - centre) / std::max(QLineF(centre, point).length(), 1e-6);
      add(places, beyond(point, side * out, text, distance));
    }
  };
  add_beside(near, 1);
  add_beside(near, -1);
  add_beside(farther, 1);
  add_beside(far, 1);
  const QPointF middle = line[line.size() / 2];  // beside a short arc there is no other place than this
  for (const LabelPlace& around : places_around(middle, middle - centre, text, farther))
    add(places, around.top_left);
  return places;
}

LabelPlaces places_of_tip(const Arrow& arrow, const Coordinates& at, const SetText& text, double distance) {
  const QPointF tip = at.pixel(arrow.tip), along = tip - at.pixel(arrow.tail);
  LabelPlaces places = places_around(tip, along, text, distance);
  for (const LabelPlace& farther : places_around(tip, along, text, distance + 14))
    add(places, farther.top_left);
  return places;
}

}  // namespace theta
