// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/panel_frame.h"

#include "ui/figure/canvas.h"

#include <QPen>

#include <algorithm>
#include <cmath>
#include <vector>

namespace theta {
namespace {

constexpr double tick_length = 4, label_distance = 8, title_inset = 14;

/// On screen the middle of a pixel, where a hairline is sharp; on paper where it belongs.
double sharp(const QPainter& painter, double pixel) {
  const bool on_screen = !keeps_lines(painter) && painter.worldTransform().type() <= QTransform::TxTranslate;
  return on_screen ? std::floor(pixel) + 0.5 : pixel;
}

void paint_grid(QPainter& painter, const PanelPlace& place, const Theme& theme) {
  const Coordinates at = place.coordinates();
  const QRectF& plot = place.plot;
  painter.setPen(QPen(theme.grid, theme.lines, Qt::SolidLine, Qt::FlatCap));
  QList<QLineF> lines;
  for (const Tick& tick : place.x_ticks) {
    const double x = sharp(painter, at.x.pixel(tick.at));
    lines.append(QLineF(x, plot.top(), x, plot.bottom()));
  }
  for (const Tick& tick : place.y_ticks) {
    const double y = sharp(painter, at.y.pixel(tick.at));
    lines.append(QLineF(plot.left(), y, plot.right(), y));
  }
  lines.append(QLineF(plot.left(), sharp(painter, plot.top()), plot.right(), sharp(painter, plot.top())));
  lines.append(QLineF(sharp(painter, plot.left()), plot.top(), sharp(painter, plot.left()), plot.bottom()));
  lines.append(QLineF(sharp(painter, plot.right()), plot.top(), sharp(painter, plot.right()), plot.bottom()));
  painter.drawLines(lines);
}

void paint_axis_line(QPainter& painter, const PanelPlace& place, const Theme& theme) {
  const Coordinates at = place.coordinates();
  const double base = sharp(painter, place.plot.bottom());
  painter.setPen(QPen(theme.axis, theme.lines, Qt::SolidLine, Qt::FlatCap));
  QList<QLineF> lines = {QLineF(place.plot.left(), base, place.plot.right(), base)};
  for (const Tick& tick : place.x_ticks) {
    const double x = sharp(painter, at.x.pixel(tick.at));
    lines.append(QLineF(x, base, x, base + tick_length * theme.lines));
  }
  painter.drawLines(lines);
}

void paint_tick_labels(QPainter& painter, const PanelPlace& place, const Theme& theme,
                       const Letterings& fonts) {
  const Coordinates at = place.coordinates();
  const double distance = label_distance * theme.type;
  painter.setPen(theme.muted_text);
  for (const Tick& tick : place.x_ticks) {
    const SetText label = set_text(tick.label, fonts.tick);
    draw_text(painter, label,
              {at.x.pixel(tick.at) - label.width / 2,
               place.plot.bottom() + distance + 0.76 * fonts.tick.size + tick.line * tick_line * theme.type});
  }
  for (const Tick& tick : place.y_ticks) {
    const SetText label = set_text(tick.label, fonts.tick);
    draw_text(painter, label,
              {place.plot.left() - distance - label.width, at.y.pixel(tick.at) + 0.36 * fonts.tick.size});
  }
}

void paint_axis_titles(QPainter& painter, const PanelPlace& place, const Theme& theme,
                       const Letterings& fonts) {
  const AxisTitles titles = axis_titles(place, theme, fonts);
  draw_text(painter, titles.x, titles.x_at);
  paint_upright(painter, titles.y, place.pane.left() + title_inset + 0.76 * fonts.tick.size, place, theme);
}

void paint_axes(QPainter& painter, const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  paint_grid(painter, place, theme);
  paint_axis_line(painter, place, theme);
  paint_tick_labels(painter, place, theme, fonts);
  paint_axis_titles(painter, place, theme, fonts);
}

void paint_cross(QPainter& painter, const PanelPlace& place, const Theme& theme) {
  const Coordinates at = place.coordinates();
  const QPointF origin = at.pixel({0, 0});
  painter.setPen(QPen(theme.axis, theme.lines));
  const QRectF& plot = place.plot;
  if (origin.y() >= plot.top() && origin.y() <= plot.bottom())
    painter.drawLine(
        QLineF(plot.left(), sharp(painter, origin.y()), plot.right(), sharp(painter, origin.y())));
  if (origin.x() >= plot.left() && origin.x() <= plot.right())
    painter.drawLine(
        QLineF(sharp(painter, origin.x()), plot.top(), sharp(painter, origin.x()), plot.bottom()));
}

void paint_polar(QPainter& painter, const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  const Coordinates at = place.coordinates();
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.grid, theme.lines));
  for (const Tick& tick : place.x_ticks)
    painter.drawLine(QLineF(at.centre, at.pixel({tick.at, place.shape.y.high})));
  for (const Tick& tick : place.y_ticks)
    painter.drawEllipse(at.centre, at.y.pixel(tick.at), at.y.pixel(tick.at));
  painter.setPen(QPen(theme.axis, theme.lines));
  painter.drawEllipse(at.centre, at.radius, at.radius);
  painter.setPen(theme.muted_text);
  for (const Tick& tick : place.x_ticks) {
    const SetText label = set_text(tick.label, fonts.tick);
    const double distance =
        at.radius + 6 +
        0.5 * (std::abs(std::cos(tick.at)) * label.width + std::abs(std::sin(tick.at)) * label.height());
    const QPointF middle = at.centre + distance * QPointF(std::cos(tick.at), -std::sin(tick.at));
    draw_text_in_box(painter, label, middle - QPointF(label.width, label.height()) / 2);
  }
  for (const Tick& tick : place.y_ticks) {
    if (tick.at <= place.shape.y.low) continue;
    const SetText label = set_text(tick.label, fonts.tick);
    draw_text(painter, label, at.pixel({1.2, tick.at}) + QPointF(3, -2));
  }
}

}  // namespace

AxisTitles axis_titles(const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  AxisTitles titles;
  if (shows_label(place.shape.y)) titles.y = upright_words(place.shape.y.label, place, theme, fonts.tick);
  titles.cut = titles.y.cut;
  if (!shows_label(place.shape.x)) return titles;
  const double left = place.pane.left() + 4, right = place.pane.right() - 4;
  const SetText words = set_text(place.shape.x.label, fonts.tick);
  titles.cut |= words.width > right - left;
  titles.x = elided(words, right - left);
  const double middle = place.plot.center().x();
  titles.x_at = {std::clamp(middle - titles.x.width / 2, left, std::max(left, right - titles.x.width)),
                 place.pane.bottom() - spacing(theme).foot};
  return titles;
}

void paint_frame(QPainter& painter, const PanelPlace& place, const Theme& theme, const Letterings& fonts) {
  switch (place.shape.frame) {
    case Frame::axes:
      return place.shape.polar ? paint_polar(painter, place, theme, fonts)
                               : paint_axes(painter, place, theme, fonts);
    case Frame::cross:
      return paint_cross(painter, place, theme);
    case Frame::none:
      return;
  }
}

}  // namespace theta
