// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/track.h"

#include <QLineEdit>

namespace theta {

constexpr int number_width = 80;  ///< of a number box at the right of a row's head

/// A line for a number. It shows a readable form and, while it has the focus, one with all digits. What is
/// typed is `entered` with Enter or when the focus leaves; Escape takes it back.
class NumberBox : public QLineEdit {
  Q_OBJECT

 public:
  explicit NumberBox(QWidget* parent = nullptr);

  /// Silent. Leaves alone what is just being typed.
  void show_number(const QString& readable, const QString& full);

  /// What was entered is refused: it stays, marked, until it is changed.
  void refuse();
  bool refused() const { return refused_; }

 Q_SIGNALS:
  void entered(const QString& text);
  void step_requested(int steps, theta::Pace pace);

 protected:
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void enter();
  void restore();
  void mark(bool refused);

  QString readable_, full_;
  QString last_entered_;
  bool typed_ = false;
  bool refused_ = false;
};

/// Shows a text field's outline as wrong or right.
void mark_invalid(QWidget& widget, bool invalid);

}  // namespace theta
