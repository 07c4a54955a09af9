// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/legend.h"

#include "core/model/overloaded.h"

#include <algorithm>

namespace theta {
namespace {

constexpr double sample_width = 18, sample_gap = 6, entry_gap = 14, entry_height = 16, legend_border = 6;

double scaled(const Theme& theme, double length) { return length * theme.type; }

double entry_width(const LegendEntry& entry, const Theme& theme) {
  return scaled(theme, sample_width + sample_gap) + entry.name.width;
}

void paint_sample(const Canvas& canvas, const LegendEntry& entry, QPointF left_middle) {
  const double width = scaled(canvas.theme, sample_width);
  const QColor colour = canvas.theme.colour(entry.role);
  const QPointF middle = left_middle + QPointF(width / 2, 0);
  switch (entry.sample) {
    case Sample::line:
      stroke(canvas, std::vector<Polyline>{{left_middle, left_middle + QPointF(width, 0)}}, colour,
             entry.width, entry.dash);
      break;
    case Sample::area: {
      const double height = scaled(canvas.theme, 9);
      canvas.painter.fillRect(QRectF(left_middle - QPointF(0, height / 2), QSizeF(width, height)),
                              faded(colour, entry.opacity));
      break;
    }
    case Sample::marker:
      break;
  }
  if (entry.marker == Marker::none) return;
  const Coordinates anywhere{.x = {}, .y = {}, .plot = QRectF(middle, middle).adjusted(-9, -9, 9, 9)};
  mark({canvas.painter, canvas.theme, anywhere, canvas.joined}, std::vector<QPointF>{middle}, entry.marker, 5,
       colour);
}

}  // namespace

std::optional<LegendEntry> legend_entry(const Layer& layer, const Letterings& fonts) {
  const Mark& mark = mark_of(layer);
  if (mark.label.empty()) return {};
  LegendEntry entry{.name = set_text(mark.label, fonts.label), .role = mark.role};
  const auto area = [&](double opacity) {
    entry.sample = Sample::area;
    entry.opacity = std::max(opacity, 0.15);
    return true;
  };
  const auto line = [&](Dash dash, double width) {
    entry.dash = dash;
    entry.width = width;
    return true;
  };
  const bool named =
      std::visit(Overloaded{[&](const Curve& curve) {
                              entry.marker = curve.marker;
                              return line(curve.dash, curve.width);
                            },
                            [&](const Band& band) { return area(band.opacity); },
                            [&](const Points& points) {
                              entry.sample = Sample::marker;
                              entry.marker = points.marker;
                              return true;
                            },
                            [&](const Bars&) { return area(1); }, [](const Map&) { return false; },
                            [&](const Arrows& arrows) { return line(arrows.dash, arrows.width); },
                            [&](const Polygons& polygons) { return area(polygons.opacity); },
                            [&](const Arcs& arcs) { return line(arcs.dash, arcs.width); },
                            [](const Rule&) { return false; }, [](const Span&) { return false; },
                            [](const Note&) { return false; }},
                 layer);
  if (!named) return {};
  return entry;
}

QSizeF legend_size(const Legend& legend, const Theme& theme) {
  double sum = 0, most = 0;
  for (const LegendEntry& entry : legend.entries) {
    sum += entry_width(entry, theme);
    most = std::max(most, entry_width(entry, theme));
  }
  const auto count = static_cast<double>(legend.entries.size());
  if (legend.in_row) return {sum + (count - 1) * scaled(theme, entry_gap), scaled(theme, entry_height)};
  return {most + 2 * scaled(theme, legend_border),
          count * scaled(theme, entry_height) + 2 * scaled(theme, legend_border) - 2};
}

void paint_legend(const Canvas& canvas, const Legend& legend) {
  const Theme& theme = canvas.theme;
  QPointF at = legend.top_left;
  if (!legend.in_row) {
    canvas.painter.setPen(QPen(theme.hairline, 1));
    canvas.painter.setBrush(faded(theme.pane, 0.92));
    canvas.painter.drawRoundedRect(QRectF(at, legend_size(legend, theme)), 4, 4);
    canvas.painter.setBrush(Qt::NoBrush);
    at += QPointF(scaled(theme, legend_border), scaled(theme, legend_border) - 1);
  }
  for (const LegendEntry& entry : legend.entries) {
    const QPointF middle = at + QPointF(0, scaled(theme, entry_height) / 2);
    paint_sample(canvas, entry, middle);
    canvas.painter.setPen(theme.words(entry.role));
    draw_text(canvas.painter, entry.name,
              middle + QPointF(scaled(theme, sample_width + sample_gap), 0.36 * scaled(theme, 11)));
    at += legend.in_row ? QPointF(entry_width(entry, theme) + scaled(theme, entry_gap), 0)
                        : QPointF(0, scaled(theme, entry_height));
  }
}

}  // namespace theta
