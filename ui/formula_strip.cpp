// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula_strip.h"

#include "ui/figure/text_run.h"
#include "ui/resource.h"
#include "ui/words.h"

#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr double formula_side = 24, column_gap = 40, tall = 64, low = 48, line_height = 20,
                 worked_size = 12.5;
constexpr double least_worked = 250;  // what numbers beside the formula need, about
constexpr double around_symbol = 3, corner = 4, least_scale = 0.6;

QByteArray coloured(QByteArray svg, const QColor& colour) {
  return svg.replace("currentColor", colour.name().toLatin1());
}

}  // namespace

FormulaStrip::FormulaStrip(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFixedHeight(static_cast<int>(tall));
}

void FormulaStrip::show_formula(const std::string& id) {
  if (id == id_) return;
  id_ = id;
  svg_ = resource(QStringLiteral("formulas/%1.svg").arg(QString::fromStdString(id)));
  symbols_.clear();
  static const QRegularExpression ids(QStringLiteral("id=\"(([a-z0-9_]+)(?:-\\d+)?)\""));
  for (auto match = ids.globalMatch(QString::fromUtf8(svg_)); match.hasNext();) {
    const QRegularExpressionMatch found = match.next();
    symbols_.push_back({found.captured(2).toStdString(), found.captured(1)});
  }
  lit_parameter_.reset();
  draw_anew();
  fit();
}

void FormulaStrip::show_worked(const std::vector<Text>& lines) {
  worked_ = lines;
  QString spoken_all, tip;
  for (const Text& line : lines) {
    spoken_all += spoken(line) + QStringLiteral(". ");
    tip += (tip.isEmpty() ? QString() : QStringLiteral("<br>")) + rich(line);
  }
  setAccessibleName(tr("Formula with numbers"));
  setAccessibleDescription(spoken_all);
  setToolTip(tip);
  update();
}

void FormulaStrip::light(const std::optional<std::string>& parameter) {
  if (parameter == lit_parameter_) return;
  lit_parameter_ = parameter;
  update();
}

void FormulaStrip::set_compact(bool compact) {
  compact_ = compact;
  fit();
}

void FormulaStrip::show_theme(const Theme& theme) {
  theme_ = theme;
  fit();
}

void FormulaStrip::fit() {
  setFixedHeight(static_cast<int>(formula_height() + (worked_below() ? line_height * theme_.type : 0)));
  draw_anew();
}

double FormulaStrip::formula_height() const { return (compact_ ? low : tall) * theme_.type; }

/// By the formula's width alone, so that the strip does not jump while numbers change.
bool FormulaStrip::worked_below() const {
  return !compact_ && plain_.isValid() &&
         formula_place().right() + column_gap + least_worked * theme_.type > width() - formula_side;
}

void FormulaStrip::draw_anew() {
  plain_.load(coloured(svg_, theme_.text));
  lit_.load(coloured(svg_, theme_.accent));
  picture_ = {};
  update();
}

/// A formula too wide for the window is drawn smaller.
double FormulaStrip::scale() const {
  const QSizeF size = plain_.defaultSize();
  if (size.isEmpty()) return 1;
  const double fitting = std::max(1.0, width() - 2 * formula_side) / size.width();
  return std::clamp(fitting, least_scale, std::min(theme_.type, (formula_height() - 10) / size.height()));
}

QRectF FormulaStrip::formula_place() const {
  const QSizeF size =
      QSizeF(plain_.viewBoxF().size() / plain_.viewBoxF().width() * plain_.defaultSize().width()) * scale();
  return QRectF(QPointF(formula_side, std::round((formula_height() - size.height()) / 2)), size);
}

QRectF FormulaStrip::place_of(const Symbol& symbol) const {
  const QRectF box =
      plain_.transformForElement(symbol.element).mapRect(plain_.boundsOnElement(symbol.element));
  const QRectF view = plain_.viewBoxF(), place = formula_place();
  const double factor = place.width() / view.width();
  return QRectF(place.topLeft() + factor * (box.topLeft() - view.topLeft()), box.size() * factor);
}

std::vector<QRectF> FormulaStrip::places_of(const std::string& parameter) const {
  std::vector<QRectF> places;
  for (const Symbol& symbol : symbols_) {
    if (symbol.parameter == parameter) places.push_back(place_of(symbol));
  }
  return places;
}

std::optional<std::string> FormulaStrip::parameter_at(QPointF point) const {
  std::optional<std::string> nearest;
  double least = 10;  // pixels: a subscript is small to point at
  for (const Symbol& symbol : symbols_) {
    const QRectF place = place_of(symbol);
    if (!place.adjusted(-5, -6, 5, 6).contains(point)) continue;
    const QPointF away = point - place.center();
    const double distance = std::hypot(away.x(), away.y()) - std::min(place.width(), place.height()) / 2;
    if (distance >= least) continue;
    least = distance;
    nearest = symbol.parameter;
  }
  return nearest;
}

void FormulaStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_.pane);
  painter.fillRect(0, height() - 1, width(), 1, theme_.hairline);
  if (plain_.isValid()) {
    const QRectF place = formula_place();
    const QSize pixels = (place.size() * devicePixelRatioF()).toSize();
    if (picture_.size() != pixels) {
      picture_ = QPixmap(pixels);
      picture_.setDevicePixelRatio(devicePixelRatioF());
      picture_.fill(Qt::transparent);
      QPainter drawing(&picture_);
      plain_.render(&drawing, QRectF(QPointF(0, 0), place.size()));
    }
    painter.drawPixmap(place.topLeft(), picture_);
    for (const Symbol& symbol : symbols_) {
      if (symbol.parameter != lit_parameter_) continue;
      const QRectF box = place_of(symbol);
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme_.wash);
      painter.drawRoundedRect(box.adjusted(-around_symbol, -around_symbol, around_symbol, around_symbol),
                              corner, corner);
      // Whole and clipped: an element by itself would lose what the groups around it do, and stand on its
      // head.
      painter.save();
      painter.setClipRect(box.adjusted(-1, -1, 1, 1));
      lit_.render(&painter, place);
      painter.restore();
    }
  }
  if (!compact_) paint_worked(painter);
}

/// As many lines as find room, whole or not at all: the tooltip has them all.
void FormulaStrip::paint_worked(QPainter& painter) const {
  painter.setPen(theme_.muted_text);
  if (worked_below())
    paint_worked_below(painter);
  else
    paint_worked_beside(painter);
}

void FormulaStrip::paint_worked_below(QPainter& painter) const {
  const Lettering fonts = lettering(theme_, worked_size);
  double left = formula_side;
  for (const Text& line : worked_) {
    const SetText set = set_text(line, fonts);
    if (left + set.width > width() - formula_side) continue;
    draw_text(painter, set, {left, formula_height() + 0.4 * line_height * theme_.type});
    left += set.width + column_gap;
  }
}

void FormulaStrip::paint_worked_beside(QPainter& painter) const {
  const Lettering fonts = lettering(theme_, worked_size);
  const double left = plain_.isValid() ? formula_place().right() + column_gap : formula_side;
  std::vector<SetText> lines;
  for (const Text& line : worked_) {
    SetText set = set_text(line, fonts);
    if (left + set.width <= width() - formula_side) lines.push_back(std::move(set));
  }
  const double step = line_height * theme_.type;
  const auto most = static_cast<std::size_t>((height() - 8) / step);
  if (lines.size() > most) lines.resize(most);
  double baseline = (height() - step * static_cast<double>(lines.size())) / 2 + 0.72 * step;
  for (const SetText& line : lines) {
    draw_text(painter, line, {left, baseline});
    baseline += step;
  }
}

void FormulaStrip::mouseMoveEvent(QMouseEvent* event) {
  const std::optional<std::string> parameter = parameter_at(event->position());
  if (parameter == hovered_) return;
  hovered_ = parameter;
  setCursor(parameter ? Qt::PointingHandCursor : Qt::ArrowCursor);
  Q_EMIT hovered(parameter);
}

void FormulaStrip::mousePressEvent(QMouseEvent* event) {
  if (const auto parameter = parameter_at(event->position())) Q_EMIT clicked(*parameter);
}

void FormulaStrip::leaveEvent(QEvent*) {
  if (!hovered_) return;
  hovered_.reset();
  Q_EMIT hovered(std::nullopt);
}

void FormulaStrip::resizeEvent(QResizeEvent* event) {
  if (event->size().width() != event->oldSize().width()) fit();
}

}  // namespace theta
