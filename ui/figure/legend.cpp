// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/legend.h"

#include "core/model/marks_of_curve.h"
#include "core/model/overloaded.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace theta {
namespace {

constexpr double sample_width = 18, sample_gap = 6, entry_gap = 14, entry_height = 16, legend_border = 6;

double scaled(const Theme& theme, double length) { return length * theme.type; }

double entry_width(const LegendEntry& entry, const Theme& theme) {
  return scaled(theme, sample_width + sample_gap) + std::max(entry.name.width, entry.room);
}

std::vector<double> column_widths(const Legend& legend, const Theme& theme) {
  std::vector<double> widths(legend.column_of(legend.entries.size() - 1) + 1, 0);
  if (legend.by_rows) widths.resize(legend.columns, 0);
  for (std::size_t i = 0; i < legend.entries.size(); ++i) {
    double& width = widths[legend.column_of(i)];
    width = std::max(width, entry_width(legend.entries[i], theme));
  }
  return widths;
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
                              faded(colour, entry.bar ? canvas.theme.bars : entry.opacity));
      break;
    }
    case Sample::marker:
      break;
  }
  if (entry.marker == Marker::none) return;
  const Coordinates anywhere{.x = {}, .y = {}, .plot = QRectF(middle, middle).adjusted(-9, -9, 9, 9)};
  mark({canvas.painter, canvas.theme, anywhere, canvas.joined}, std::vector<QPointF>{middle}, entry.marker,
       entry.size, colour);
}

}  // namespace

bool shows_in_legend(const Layer& layer) {
  const bool named_elsewhere = std::holds_alternative<Map>(layer) || std::holds_alternative<Rule>(layer) ||
                               std::holds_alternative<Span>(layer) || std::holds_alternative<Note>(layer);
  return !named_elsewhere && !mark_of(layer).label.empty();
}

std::optional<LegendEntry> legend_entry(const Layer& layer, const Letterings& fonts) {
  if (!shows_in_legend(layer)) return {};
  const Mark& mark = mark_of(layer);
  LegendEntry entry{.name = set_text(mark.label, fonts.label), .role = mark.role};
  const auto area = [&](double opacity) {
    entry.sample = Sample::area;
    entry.opacity = std::max(opacity, 0.15);
  };
  const auto line = [&](Dash dash, double width) {
    entry.dash = dash;
    entry.width = width;
  };
  std::visit(Overloaded{[&](const Curve& curve) {
                          entry.marker = curve.marker;
                          entry.size = mark_size(curve);
                          line(curve.dash, curve.width);
                        },
                        [&](const Band& band) { area(band.opacity); },
                        [&](const Points& points) {
                          entry.sample = Sample::marker;
                          entry.marker = points.marker;
                          entry.size = std::clamp(points.size, 1.5, 12.0);
                        },
                        [&](const Bars&) {
                          area(1);
                          entry.bar = true;
                        },
                        [&](const Arrows& arrows) { line(arrows.dash, arrows.width); },
                        [&](const Polygons& polygons) { area(polygons.opacity); },
                        [&](const Arcs& arcs) { line(arcs.dash, arcs.width); }, [](const auto&) {}},
             layer);
  entry.id = mark.id;
  return entry;
}

std::vector<LegendEntry> legend_entries(const Panel& panel, const Letterings& fonts) {
  std::vector<LegendEntry> entries;
  for (const std::vector<Layer>* layers : {&panel.keys, &panel.layers})
    for (const Layer& layer : *layers)
      if (auto entry = legend_entry(layer, fonts)) entries.push_back(std::move(*entry));
  return entries;
}

QSizeF legend_size(const Legend& legend, const Theme& theme) {
  const std::vector<double> widths = column_widths(legend, theme);
  const double width = std::accumulate(widths.begin(), widths.end(), 0.0) +
                       static_cast<double>(widths.size() - 1) * scaled(theme, entry_gap),
               height = static_cast<double>(legend.rows()) * scaled(theme, entry_height);
  if (!legend.boxed) return {width, height};
  return {width + 2 * scaled(theme, legend_border), height + 2 * scaled(theme, legend_border) - 2};
}

void fit_columns(Legend& legend, double width, const Theme& theme) {
  const auto fits = [&] { return legend_size(legend, theme).width() <= width; };
  for (legend.columns = legend.entries.size(); legend.columns > 1; --legend.columns) {
    if (fits()) return;
    legend.by_rows = theme.for_files;
    if (fits()) return;
    legend.by_rows = false;
  }
}

void paint_legend(const Canvas& canvas, const Legend& legend) {
  const Theme& theme = canvas.theme;
  QPointF top_left = legend.top_left;
  if (legend.boxed) {
    canvas.painter.setPen(QPen(theme.hairline, 1));
    canvas.painter.setBrush(faded(theme.pane, 0.92));
    canvas.painter.drawRoundedRect(QRectF(top_left, legend_size(legend, theme)), 4, 4);
    canvas.painter.setBrush(Qt::NoBrush);
    top_left += QPointF(scaled(theme, legend_border), scaled(theme, legend_border) - 1);
  }
  const std::vector<double> widths = column_widths(legend, theme);
  for (std::size_t i = 0; i < legend.entries.size(); ++i) {
    const LegendEntry& entry = legend.entries[i];
    if (!entry.shown) continue;
    double left = top_left.x();
    for (std::size_t column = 0; column < legend.column_of(i); ++column)
      left += widths[column] + scaled(theme, entry_gap);
    const double row = static_cast<double>(legend.row_of(i)) + 0.5;
    const QPointF middle(left, top_left.y() + row * scaled(theme, entry_height));
    paint_sample(canvas, entry, middle);
    canvas.painter.setPen(theme.words(entry.role));
    draw_text(canvas.painter, entry.name,
              middle + QPointF(scaled(theme, sample_width + sample_gap), 0.36 * scaled(theme, 11)));
  }
}

}  // namespace theta
