// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/switch.h"

#include <QPainter>

namespace theta {

Switch::Switch(QWidget* parent) : QAbstractButton(parent) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Switch::show_theme(const Theme& theme) {
  theme_ = theme;
  update();
}

void Switch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF track(4, 4, width() - 8, height() - 8);
  const bool on = isChecked();
  painter.setPen(QPen(on ? theme_.accent : theme_.axis, 1));
  painter.setBrush(on ? theme_.accent : underMouse() ? theme_.ground : theme_.pane);
  painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), track.height() / 2, track.height() / 2);
  const double radius = track.height() / 2 - 3;
  painter.setPen(Qt::NoPen);
  painter.setBrush(on ? theme_.on_accent : theme_.muted_text);
  painter.drawEllipse(
      QPointF(on ? track.right() - radius - 3 : track.left() + radius + 3, track.center().y()), radius,
      radius);
  if (!hasFocus()) return;
  painter.setPen(QPen(theme_.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
}

}  // namespace theta
