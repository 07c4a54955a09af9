// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QAbstractButton>

namespace theta {

/// An on-off switch. Its `clicked` is a person's doing, `setChecked` is silent.
class Switch : public QAbstractButton {
  Q_OBJECT

 public:
  explicit Switch(QWidget* parent = nullptr);
  void show_theme(const Theme& theme);
  QSize sizeHint() const override { return {38, 24}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_;
};

}  // namespace theta
