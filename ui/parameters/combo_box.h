// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QComboBox>

namespace theta {

/// A combo box that leaves the wheel to what scrolls around it until it has the focus.
class ComboBox : public QComboBox {
  Q_OBJECT

 public:
  explicit ComboBox(QWidget* parent = nullptr);
  void show_theme(const Theme& theme);

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}  // namespace theta
