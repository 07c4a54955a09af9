// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/combo_box.h"

#include "ui/icon.h"

#include <QPainter>
#include <QWheelEvent>

namespace theta {

ComboBox::ComboBox(QWidget* parent) : QComboBox(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void ComboBox::show_theme(const Theme& theme) {
  theme_ = theme;
  setFont(interface_font(theme, 12.5));
  update();
}

void ComboBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) return QComboBox::wheelEvent(event);
  event->ignore();
}

void ComboBox::paintEvent(QPaintEvent* event) {
  QComboBox::paintEvent(event);
  constexpr int size = 12, inset = 8;
  QPainter painter(this);
  const int x = layoutDirection() == Qt::RightToLeft ? inset : width() - inset - size;
  icon(QStringLiteral("down"), isEnabled() ? theme_.muted_text : theme_.axis)
      .paint(&painter, QRect(x, (height() - size) / 2, size, size));
}

}  // namespace theta
