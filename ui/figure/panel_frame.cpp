// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/panel_frame.h"

#include "ui/figure/text_run.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <set>

namespace theta {

struct PanelFrame::Chart {
  QGraphicsScene scene;
  QChart* chart;  // the scene owns it
  QCategoryAxis* x;
  QCategoryAxis* y;

  Chart() : chart(new QChart), x(new QCategoryAxis(chart)), y(new QCategoryAxis(chart)) {
    scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    scene.addItem(chart);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundVisible(false);
    chart->legend()->hide();
    auto* const series = new QLineSeries(chart);  // axes are laid out for a series
    chart->addSeries(series);
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    series->attachAxis(x);
    series->attachAxis(y);
    for (QCategoryAxis* axis : {x, y}) axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
  }

  /// Lays the chart out within a pane so that its plot comes to stand, but for a part of a pixel, where it is
  /// wanted, and returns where it does stand. Margins do it: axes do not follow QChart::setPlotArea.
  QRectF lay_out(const QRectF& pane, const QRectF& wanted) {
    chart->setGeometry(pane);
    chart->setMargins({});
    chart->layout()->activate();
    const QRectF free = chart->plotArea().translated(pane.topLeft());
    const auto room = [](double pixels) { return std::max(0, static_cast<int>(std::lround(pixels))); };
    chart->setMargins({room(wanted.left() - free.left()), room(wanted.top() - free.top()),
                       room(free.right() - wanted.right()), room(free.bottom() - wanted.bottom())});
    chart->layout()->activate();
    return chart->plotArea().translated(pane.topLeft());
  }
};

namespace {

/// A category's name must be its only one; a space without width tells equal labels apart.
QString unique(QString label, std::set<QString>& taken) {
  while (!taken.insert(label).second) label += QChar(0x200b);
  return label;
}

void show_axis(QCategoryAxis& shown, const Axis& axis, const std::vector<Tick>& marks, const Theme& theme,
               const Letterings& fonts) {
  for (const QString& label : shown.categoriesLabels()) shown.remove(label);
  const double low = along(axis, axis.low), high = along(axis, axis.high);
  shown.setStartValue(low - (high - low));
  std::set<QString> taken;
  for (const Tick& tick : marks)
    shown.append(unique(html(tick.label, fonts.tick), taken), along(axis, tick.at));
  shown.setRange(low, high);
  shown.setLabelsFont(fonts.tick.words);
  shown.setLabelsColor(theme.muted_text);
  shown.setTitleFont(fonts.tick.words);
  shown.setTitleBrush(theme.muted_text);
  shown.setTitleText(html(axis.label, fonts.tick));
  shown.setGridLinePen(QPen(theme.grid, theme.lines));
}

void paint_cross(QPainter& painter, const PanelPlace& place, const Theme& theme) {
  const Coordinates at = place.coordinates();
  const QPointF origin = at.pixel({0, 0});
  painter.setPen(QPen(theme.axis, theme.lines));
  const QRectF& plot = place.plot;
  if (origin.y() >= plot.top() && origin.y() <= plot.bottom())
    painter.drawLine(
        QLineF(plot.left(), std::floor(origin.y()) + 0.5, plot.right(), std::floor(origin.y()) + 0.5));
  if (origin.x() >= plot.left() && origin.x() <= plot.right())
    painter.drawLine(
        QLineF(std::floor(origin.x()) + 0.5, plot.top(), std::floor(origin.x()) + 0.5, plot.bottom()));
}

void paint_polar(QPainter& painter, const PanelPlace& place, const Theme& theme) {
  const Coordinates at = place.coordinates();
  const Letterings fonts = letterings(theme);
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
    const double reach =
        at.radius + 6 +
        0.5 * (std::abs(std::cos(tick.at)) * label.width + std::abs(std::sin(tick.at)) * label.height());
    const QPointF middle = at.centre + reach * QPointF(std::cos(tick.at), -std::sin(tick.at));
    draw_text_in_box(painter, label, middle - QPointF(label.width, label.height()) / 2);
  }
  for (const Tick& tick : place.y_ticks) {
    if (tick.at <= place.shape.y.low) continue;
    const SetText label = set_text(tick.label, fonts.tick);
    draw_text(painter, label, at.pixel({1.2, tick.at}) + QPointF(3, -2));
  }
}

}  // namespace

PanelFrame::PanelFrame() = default;
PanelFrame::~PanelFrame() = default;
PanelFrame::PanelFrame(PanelFrame&&) noexcept = default;
PanelFrame& PanelFrame::operator=(PanelFrame&&) noexcept = default;

void PanelFrame::paint(QPainter& painter, const PanelPlace& place, const Theme& theme) {
  switch (place.shape.frame) {
    case Frame::axes:
      return place.shape.polar ? paint_polar(painter, place, theme) : paint_axes(painter, place, theme);
    case Frame::cross:
      return paint_cross(painter, place, theme);
    case Frame::none:
      return;
  }
}

void PanelFrame::paint_axes(QPainter& painter, const PanelPlace& place, const Theme& theme) {
  if (!chart_) chart_ = std::make_unique<Chart>();
  const Letterings fonts = letterings(theme);
  show_axis(*chart_->x, place.shape.x, place.x_ticks, theme, fonts);
  show_axis(*chart_->y, place.shape.y, place.y_ticks, theme, fonts);
  chart_->x->setLinePen(QPen(theme.axis, theme.lines));
  chart_->y->setLineVisible(false);
  const QRectF laid_out = chart_->lay_out(place.pane, place.plot);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);  // hairlines on whole pixels
  painter.translate(place.plot.topLeft());
  painter.scale(place.plot.width() / laid_out.width(), place.plot.height() / laid_out.height());
  painter.translate(-laid_out.topLeft());
  chart_->scene.render(&painter, place.pane, place.pane);
  painter.restore();
}

}  // namespace theta
