// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/canvas.h"

#include <QImage>
#include <QLineF>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

QPolygonF polygon(std::span<const QPointF> points) {
  return QPolygonF(QList<QPointF>(points.begin(), points.end()));
}

void stroke_joined(QPainter& painter, std::span<const Polyline> lines, const QColor& colour, double width,
                   const std::vector<double>& pattern) {
  QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  if (!pattern.empty()) {
    QList<qreal> in_widths;
    for (const double length : pattern) in_widths.append(length / width);
    pen.setDashPattern(in_widths);
  }
  painter.setPen(pen);
  for (const Polyline& line : lines) painter.drawPolyline(polygon(line));
}

void add_lines(QList<QLineF>& lines, const Polyline& line) {
  for (std::size_t i = 1; i < line.size(); ++i) lines.append(QLineF(line[i - 1], line[i]));
}

/// A regular polygon or a disc around the origin, one pixel across.
QPolygonF marker_shape(Marker marker) {
  const auto regular = [](int corners, double radius, double first) {
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
      const double angle = first + 2 * std::numbers::pi * i / corners;
      shape.append(QPointF(radius * std::cos(angle), -radius * std::sin(angle)));
    }
    return shape;
  };
  constexpr double quarter = std::numbers::pi / 2;
  switch (marker) {
    case Marker::square:
      return regular(4, 0.63, quarter / 2);
    case Marker::triangle:
      return regular(3, 0.7, quarter);
    case Marker::diamond:
      return regular(4, 0.65, quarter);
    case Marker::disc:
    case Marker::none:
      break;
  }
  return regular(20, 0.5, 0);
}

/// Hundreds of small discs on screen: one is painted, and its pixels put in every place, to the nearest
/// pixel.
void stamp_discs(const Canvas& canvas, std::span<const QPointF> centres, double diameter,
                 const QColor& colour) {
  const double ratio = canvas.painter.device()->devicePixelRatio();
  const int side = static_cast<int>(std::ceil(diameter)) + 2;
  QImage disc(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
  disc.setDevicePixelRatio(ratio);
  disc.fill(Qt::transparent);
  {
    QPainter painter(&disc);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(side, side) / 2, diameter / 2, diameter / 2);
  }
  for (const QPointF centre : centres) {
    if (!canvas.at.shows(centre)) continue;
    const QPointF corner = (centre - QPointF(side, side) / 2) * ratio;
    canvas.painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, disc);
  }
}

}  // namespace

bool keeps_lines(const QPainter& painter) {
  const QPaintEngine::Type type = painter.paintEngine()->type();
  return type == QPaintEngine::SVG || type == QPaintEngine::Pdf || type == QPaintEngine::Picture;
}

Canvas canvas_of(QPainter& painter, const Theme& theme, const Coordinates& at) {
  return {painter, theme, at, theme.for_files || keeps_lines(painter)};
}

QColor faded(QColor colour, double opacity) {
  colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
  return colour;
}

std::vector<double> dash_pattern(Dash dash, double scale) {
  std::vector<double> pattern;
  switch (dash) {
    case Dash::solid:
      break;
    case Dash::dashed:
      pattern = {6, 3};
      break;
    case Dash::dotted:
      pattern = {2, 3};
      break;
    case Dash::dash_dotted:
      pattern = {8, 3, 2, 3};
      break;
  }
  for (double& length : pattern) length *= scale;
  return pattern;
}

void stroke(const Canvas& canvas, std::span<const Polyline> lines, const QColor& colour, double width,
            Dash dash) {
  const double thickness = width * canvas.theme.lines;
  const std::vector<double> pattern = dash_pattern(dash, canvas.theme.lines);
  if (canvas.joined) return stroke_joined(canvas.painter, lines, colour, thickness, pattern);
  QList<QLineF> separate;
  for (const Polyline& line : lines) {
    if (pattern.empty()) {
      add_lines(separate, line);
    } else {
      for (const Polyline& piece : dashed(line, pattern)) add_lines(separate, piece);
    }
  }
  // Square caps fill the wedges between separate lines; round ones would take the slow way.
  canvas.painter.setPen(
      QPen(colour, thickness, Qt::SolidLine, pattern.empty() ? Qt::SquareCap : Qt::FlatCap));
  canvas.painter.drawLines(separate);
}

void stroke_clipped(const Canvas& canvas, std::span<const QPointF> line, const QColor& colour, double width,
                    Dash dash) {
  std::vector<Polyline> lines;
  for (const Polyline& piece : clipped(line, canvas.at.plot))
    lines.push_back(simplified(piece, canvas.tolerance()));
  stroke(canvas, lines, colour, width, dash);
}

void fill_area(const Canvas& canvas, Polyline outline, const QColor& colour) {
  const Polyline visible = clipped_area(std::move(outline), canvas.at.plot);
  if (visible.size() < 3) return;
  canvas.painter.setPen(Qt::NoPen);
  canvas.painter.setBrush(colour);
  canvas.painter.drawPolygon(polygon(visible));
  canvas.painter.setBrush(Qt::NoBrush);
}

void mark(const Canvas& canvas, std::span<const QPointF> centres, Marker marker, double size,
          const QColor& colour) {
  if (marker == Marker::none) return;
  const double diameter = size * canvas.theme.lines;
  constexpr std::size_t many = 300;
  if (marker == Marker::disc && centres.size() > many && !canvas.joined &&
      canvas.painter.worldTransform().type() <= QTransform::TxTranslate)
    return stamp_discs(canvas, centres, diameter, colour);
  QPolygonF shape = marker_shape(marker);
  for (QPointF& corner : shape) corner *= diameter;
  canvas.painter.setPen(Qt::NoPen);
  canvas.painter.setBrush(colour);
  for (const QPointF centre : centres) {
    if (!canvas.at.shows(centre)) continue;
    if (marker == Marker::disc)
      canvas.painter.drawEllipse(centre, diameter / 2, diameter / 2);
    else
      canvas.painter.drawConvexPolygon(shape.translated(centre));
  }
  canvas.painter.setBrush(Qt::NoBrush);
}

}  // namespace theta
