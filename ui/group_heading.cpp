// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/group_heading.h"

#include <QLabel>

namespace theta {

QLabel* group_heading(const QString& text, const Theme& theme, QWidget* parent) {
  auto* label = new QLabel(text.toUpper(), parent);
  label->setProperty("muted", true);
  label->setFont(interface_font(theme, 11, QFont::DemiBold));
  return label;
}

}  // namespace theta
