// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/combo_box.h"

#include <QWheelEvent>

namespace theta {

ComboBox::ComboBox(QWidget* parent) : QComboBox(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void ComboBox::show_theme(const Theme& theme) { setFont(interface_font(theme, 12.5)); }

void ComboBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) return QComboBox::wheelEvent(event);
  event->ignore();
}

}  // namespace theta
