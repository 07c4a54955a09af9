// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/slider.h"

#include "ui/parameters/step_keys.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

constexpr double ring = 13, stroke = 2.4, groove = 4, focus_gap = 2;
constexpr double end = ring / 2 + focus_gap + 1;  // from the widget's edge to the handle's centre at an end
constexpr double wheel_notch = 120;

class SliderInterface : public QAccessibleWidget, public QAccessibleValueInterface {
 public:
  explicit SliderInterface(Slider* slider)
      : QAccessibleWidget(slider, QAccessible::Slider), slider_(slider) {}

  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }
  QString text(QAccessible::Text part) const override {
    return part == QAccessible::Value ? slider_->words() : QAccessibleWidget::text(part);
  }
  QVariant currentValue() const override { return slider_->value(); }
  void setCurrentValue(const QVariant& value) override { Q_EMIT slider_->moved(value.toDouble()); }
  QVariant maximumValue() const override { return slider_->track().limits.high; }
  QVariant minimumValue() const override { return slider_->track().limits.low; }
  QVariant minimumStepSize() const override { return step_at(slider_->track(), slider_->value()); }

 private:
  Slider* slider_;
};

QAccessibleInterface* slider_interface(const QString&, QObject* object) {
  auto* slider = qobject_cast<Slider*>(object);
  return slider ? new SliderInterface(slider) : nullptr;  // Qt's cache of interfaces owns it
}

}  // namespace

void make_sliders_accessible() { QAccessible::installFactory(slider_interface); }

Slider::Slider(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setMouseTracking(true);
}

void Slider::show_value(const Track& track, double value) {
  if (track == track_ && value == value_) return;
  track_ = track;
  value_ = value;
  update();
  if (QAccessible::isActive()) {
    QAccessibleValueChangeEvent changed(this, value);
    QAccessible::updateAccessibility(&changed);
  }
}

void Slider::show_theme(const Theme& theme) {
  theme_ = theme;
  update();
}

QSize Slider::sizeHint() const { return {120, static_cast<int>(ring + 2 * focus_gap + 3)}; }

QPointF Slider::handle() const {
  const double across = std::max(0.0, width() - 2 * end) * position_of(track_, value_);
  return {(layoutDirection() == Qt::RightToLeft ? width() - end - across : end + across), height() / 2.0};
}

void Slider::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF centre = handle();
  const bool right_to_left = layoutDirection() == Qt::RightToLeft;
  const double from = right_to_left ? width() - end + ring / 2 : end - ring / 2, y = centre.y();
  const double to = right_to_left ? end - ring / 2 : width() - end + ring / 2;
  const QColor lit = isEnabled() ? theme_.accent : theme_.muted_text;
  painter.setPen(QPen(theme_.hairline, groove, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(QPointF(from, y), QPointF(to, y));
  painter.setPen(QPen(lit, groove, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(QPointF(from, y), centre);
  painter.setPen(QPen(lit, stroke));
  painter.setBrush(dragging_ || hovered_ ? lit : theme_.pane);
  const double radius = (ring - stroke) / 2 + (dragging_ || hovered_ ? 0.8 : 0);
  painter.drawEllipse(centre, radius, radius);
  if (!hasFocus()) return;
  painter.setPen(QPen(theme_.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(centre, ring / 2 + focus_gap, ring / 2 + focus_gap);
}

void Slider::move_to(double value) {
  if (value != value_) Q_EMIT moved(value);
}

void Slider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  dragging_ = true;
  const double distance = event->position().x() - handle().x();
  grip_ = std::abs(distance) <= ring ? distance : 0;  // beside the handle, it jumps to the pointer
  Q_EMIT drag_started();
  if (grip_ == 0) mouseMoveEvent(event);
  update();
}

void Slider::mouseMoveEvent(QMouseEvent* event) {
  const bool over =
      std::hypot(event->position().x() - handle().x(), event->position().y() - handle().y()) <= ring;
  if (over != hovered_) update();
  hovered_ = over;
  setCursor(over || dragging_ ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (!dragging_) return;
  const double across = (event->position().x() - grip_ - end) / std::max(1.0, width() - 2 * end);
  move_to(value_at(track_, layoutDirection() == Qt::RightToLeft ? 1 - across : across));
}

void Slider::end_drag() {
  if (!dragging_) return;
  dragging_ = false;
  update();
  Q_EMIT drag_ended();
}

void Slider::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) end_drag();
}

void Slider::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) move_to(initial_);
}

void Slider::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Home) return move_to(value_at(track_, 0));
  if (event->key() == Qt::Key_End) return move_to(value_at(track_, 1));
  const auto steps = steps_of(*event, true);
  if (!steps) return QWidget::keyPressEvent(event);
  const int forward =
      layoutDirection() == Qt::RightToLeft && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
          ? -1
          : 1;
  move_to(stepped(track_, value_, forward * steps->count, steps->pace));
}

void Slider::wheelEvent(QWheelEvent* event) {
  if (!hasFocus()) return event->ignore();  // the panel scrolls
  wheel_turn_ += event->angleDelta().y() / wheel_notch;
  const int notches = static_cast<int>(wheel_turn_);
  wheel_turn_ -= notches;
  if (notches != 0) move_to(stepped(track_, value_, notches, pace_of(event->modifiers())));
  event->accept();
}

bool Slider::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::Leave:
      hovered_ = false;
      [[fallthrough]];
    case QEvent::FocusIn:
    case QEvent::EnabledChange:
      update();
      break;
    case QEvent::FocusOut:
    case QEvent::Hide:
      end_drag();
      update();
      break;
    default:
      break;
  }
  return QWidget::event(event);
}

}  // namespace theta
