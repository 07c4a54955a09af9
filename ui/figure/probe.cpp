// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/probe.h"

#include "core/model/number.h"
#include "core/model/overloaded.h"
#include "ui/figure/colour_map.h"

#include <QLineF>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace theta {
namespace {

constexpr std::size_t most_rows = 12;
constexpr double point_reach = 12;

Text number_text(double value) { return verbatim(readable(value)); }
Text named(const Text& name, const Text& value) { return name.empty() ? value : say("{}: {}", name, value); }

/// The place of an axis in words: a category's name, or the number.
Text place_text(const Axis& axis, double value) {
  const double category = std::round(value);
  if (axis.scale == AxisScale::category && category >= 0 &&
      category < static_cast<double>(axis.categories.size()))
    return axis.categories[static_cast<std::size_t>(category)];
  return number_text(value);
}

/// The sample of a curve whose x is nearest in pixels.
std::optional<std::size_t> nearest(const AxisPixels& axis, std::span<const double> x, double pixel) {
  std::optional<std::size_t> best;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double distance = std::abs(axis.pixel(x[i]) - pixel);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

/// The value of a curve at x: a sample's own, or on the straight line drawn between two; NaN where it is cut.
double curve_at(std::span<const double> x, std::span<const double> y, double at) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] == at && std::isfinite(y[i])) return y[i];
    if (i + 1 < x.size() && (x[i] - at) * (x[i + 1] - at) < 0)
      return y[i] + (at - x[i]) / (x[i + 1] - x[i]) * (y[i + 1] - y[i]);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

bool has_x(const Layer& layer) {
  return std::holds_alternative<Curve>(layer) || std::holds_alternative<Band>(layer) ||
         std::holds_alternative<Bars>(layer);
}

/// The x of the sample nearest to the mouse: of the layer that runs nearest below or above it.
std::optional<double> sampled_x(const Panel& panel, const Coordinates& at, QPointF mouse) {
  std::optional<double> x;
  double least = std::numeric_limits<double>::infinity();
  const auto offer = [&](std::span<const double> xs, std::span<const double> ys) {
    const auto i = nearest(at.x, xs, mouse.x());
    if (!i) return;
    const double across = std::abs(at.x.pixel(xs[*i]) - mouse.x()),
                 up = std::abs(at.y.pixel(ys[*i]) - mouse.y());
    const double distance = 100 * across + (std::isfinite(up) ? up : 1e4);
    if (across > point_reach * 4 || distance >= least ||
        !at.plot.adjusted(-1, 0, 1, 0).contains(QPointF(at.x.pixel(xs[*i]), mouse.y())))
      return;
    least = distance;
    x = xs[*i];
  };
  for (const Layer& layer : panel.layers) {
    if (const Curve* curve = std::get_if<Curve>(&layer)) offer(curve->x, curve->y);
    if (const Band* band = std::get_if<Band>(&layer)) offer(band->x, band->high);
    if (const Bars* bars = std::get_if<Bars>(&layer)) offer(bars->x, bars->y);
  }
  return x;
}

void add_values(std::vector<Probe::Row>& rows, const Panel& panel, double x) {
  const auto curves = std::ranges::count_if(panel.layers, has_x);
  const auto name_of = [&](const Mark& mark) {
    return mark.label.empty() && curves == 1 ? panel.y.label : mark.label;
  };
  for (const Layer& layer : panel.layers) {
    if (rows.size() > most_rows) return;
    if (const Curve* curve = std::get_if<Curve>(&layer)) {
      const double y = curve_at(curve->x, curve->y, x);
      if (std::isfinite(y)) rows.push_back({named(name_of(curve->mark), number_text(y)), curve->mark.role});
    } else if (const Band* band = std::get_if<Band>(&layer)) {
      const double low = curve_at(band->x, band->low, x), high = curve_at(band->x, band->high, x);
      if (std::isfinite(low) && std::isfinite(high))
        rows.push_back({named(name_of(band->mark), say("{} to {}", number_text(low), number_text(high))),
                        band->mark.role});
    } else if (const Bars* bars = std::get_if<Bars>(&layer)) {
      const auto bar = std::ranges::find(bars->x, x);
      if (bar != bars->x.end())
        rows.push_back({named(name_of(bars->mark),
                              number_text(bars->y[static_cast<std::size_t>(bar - bars->x.begin())])),
                        bars->mark.role});
    }
  }
}

std::optional<Probe> probe_map(const Panel& panel, const Coordinates& at, QPointF mouse) {
  for (const Layer& layer : panel.layers) {
    const Map* map = std::get_if<Map>(&layer);
    if (!map) continue;
    const Point point = at.value(mouse);
    const auto column = cell_at(map->x, point.x), row = cell_at(map->y, point.y);
    if (!column || !row) continue;
    Probe probe{.rows = {}, .at = mouse};
    probe.rows.push_back({named(panel.x.label, place_text(panel.x, map->x[*column])), {}});
    probe.rows.push_back({named(panel.y.label, place_text(panel.y, map->y[*row])), {}});
    probe.rows.push_back(
        {named(map->mark.label, number_text(map->values[*row * map->x.size() + *column])), {}});
    return probe;
  }
  return {};
}

std::optional<Probe> probe_points(const Panel& panel, const Coordinates& at, QPointF mouse) {
  std::optional<Probe> best;
  double least = point_reach;
  for (const Layer& layer : panel.layers) {
    const Points* points = std::get_if<Points>(&layer);
    if (!points) continue;
    for (std::size_t i = 0; i < points->x.size(); ++i) {
      const QPointF centre = at.pixel({points->x[i], points->y[i]});
      const double distance = QLineF(centre, mouse).length();
      if (distance >= least) continue;
      least = distance;
      best = Probe{.rows = {{named(points->mark.label, say("{}, {}", place_text(panel.x, points->x[i]),
                                                           place_text(panel.y, points->y[i]))),
                             points->mark.role}},
                   .at = centre};
    }
  }
  return best;
}

}  // namespace

std::optional<Probe> probe_at_x(const Panel& panel, const PanelPlace& place, double x, QPointF at) {
  if (place.shape.frame != Frame::axes || place.shape.polar) return {};
  Probe probe{.rows = {{named(panel.x.label, place_text(panel.x, x)), {}}}, .at = at, .hairline = true};
  add_values(probe.rows, panel, x);
  if (probe.rows.size() < 2) return {};
  return probe;
}

std::optional<Probe> probe(const Panel& panel, const PanelPlace& place, QPointF mouse) {
  if (!place.plot.contains(mouse)) return {};
  const Coordinates at = place.coordinates();
  if (auto point = probe_points(panel, at, mouse)) return point;
  if (!place.shape.polar && place.shape.frame == Frame::axes) {
    if (const auto x = sampled_x(panel, at, mouse))
      return probe_at_x(panel, place, *x, {at.x.pixel(*x), mouse.y()});
  }
  return probe_map(panel, at, mouse);
}

Probe remark(const Text& words, QPointF at) { return {.rows = {{words, {}}}, .at = at}; }

void paint_probe(QPainter& painter, const Probe& probe, const PanelPlace& place, const QRectF& window,
                 const Theme& theme, const Letterings& fonts) {
  constexpr double border = 9, dot = 7, dot_gap = 7, distance = 12;
  const double line_height = 17 * theme.type;
  std::vector<SetText> lines;
  double width = 0;
  for (const Probe::Row& row : probe.rows) {
    lines.push_back(set_text(row.words, fonts.label));
    width = std::max(width, lines.back().width + (row.role ? dot + dot_gap : 0));
  }
  if (probe.hairline) {
    painter.setPen(QPen(theme.axis, theme.lines));
    painter.drawLine(QLineF(probe.at.x(), place.plot.top(), probe.at.x(), place.plot.bottom()));
  }
  QRectF box(probe.at + QPointF(distance, -distance),
             QSizeF(width + 2 * border, static_cast<double>(lines.size()) * line_height + border));
  box.moveTop(probe.at.y() - box.height() - 6);
  if (box.right() > window.right() - 2) box.moveRight(probe.at.x() - distance);
  if (box.left() < window.left() + 2) box.moveLeft(window.left() + 2);
  if (box.top() < window.top() + 2)
    box.moveTop(std::min(probe.at.y() + distance, window.bottom() - 2 - box.height()));

  const Theme opposite = theme.dark ? light_theme() : dark_theme();  // colours that are legible on the box
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.text);
  painter.drawRoundedRect(box, 4, 4);
  double y = box.top() + border / 2 + line_height / 2;
  for (std::size_t i = 0; i < lines.size(); ++i, y += line_height) {
    double x = box.left() + border;
    if (const auto& role = probe.rows[i].role) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(opposite.colour(*role));
      painter.drawEllipse(QPointF(x + dot / 2, y), dot / 2, dot / 2);
      x += dot + dot_gap;
    }
    painter.setPen(theme.pane);
    draw_text(painter, lines[i], QPointF(x, y + 0.36 * fonts.label.size));
  }
  painter.setBrush(Qt::NoBrush);
}

}  // namespace theta
