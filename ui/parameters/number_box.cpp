// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/number_box.h"

#include "ui/parameters/step_keys.h"

#include <QFocusEvent>
#include <QStyle>

namespace theta {

void mark_invalid(QWidget& widget, bool invalid) {
  if (widget.property("invalid").toBool() == invalid) return;
  widget.setProperty("invalid", invalid);
  widget.style()->unpolish(&widget);  // a style sheet reads properties only when it polishes
  widget.style()->polish(&widget);
}

NumberBox::NumberBox(QWidget* parent) : QLineEdit(parent) {
  setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  connect(this, &QLineEdit::textEdited, this, [this] {
    typed_ = true;
    mark(false);
  });
}

void NumberBox::show_number(const QString& readable, const QString& full) {
  const bool changed = full != full_;
  readable_ = readable;
  full_ = full;
  if ((typed_ || refused_) && !changed) return;
  if (typed_ && hasFocus()) return;
  restore();
}

void NumberBox::refuse() {
  mark(true);
  typed_ = false;
}

void NumberBox::mark(bool refused) {
  refused_ = refused;
  mark_invalid(*this, refused);
}

void NumberBox::restore() {
  typed_ = false;
  mark(false);
  const QString& wanted = hasFocus() ? full_ : readable_;
  if (text() != wanted) setText(wanted);
  if (!hasFocus()) setCursorPosition(0);
}

void NumberBox::enter() {
  if (!typed_) return;
  typed_ = false;
  if (text() == full_ || text() == readable_) return restore();
  last_entered_ = text();
  Q_EMIT entered(last_entered_);
  if (!refused_ && text() == last_entered_) restore();  // 2^12 becomes 4096
}

bool NumberBox::event(QEvent* event) {
  // A line keeps Ctrl+E and the like for itself; here only what edits text does. Undo is of the text while
  // it is being typed, then of the figure.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto& key = static_cast<QKeyEvent&>(*event);
    const auto is = [&](QKeySequence::StandardKey wanted) { return key.matches(wanted); };
    const bool letter =
        key.modifiers().testFlag(Qt::ControlModifier) && key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    const bool of_text = is(QKeySequence::Copy) || is(QKeySequence::Cut) || is(QKeySequence::Paste) ||
                         is(QKeySequence::SelectAll) ||
                         (typed_ && (is(QKeySequence::Undo) || is(QKeySequence::Redo)));
    if (letter && !of_text) {
      event->ignore();
      return true;
    }
  }
  return QLineEdit::event(event);
}

void NumberBox::focusInEvent(QFocusEvent* event) {
  QLineEdit::focusInEvent(event);
  if (refused_ || typed_) return;
  setText(full_);
  if (event->reason() != Qt::MouseFocusReason) selectAll();
}

void NumberBox::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (event->reason() == Qt::PopupFocusReason) return;  // its own menu
  enter();
  if (!refused_) restore();
}

void NumberBox::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    enter();
    if (!refused_) selectAll();
    return;
  }
  if (event->key() == Qt::Key_Escape && (typed_ || refused_)) {
    restore();
    return selectAll();
  }
  if (const auto steps = steps_of(*event, false)) {
    enter();
    if (!refused_) Q_EMIT step_requested(steps->count, steps->pace);
    return;
  }
  QLineEdit::keyPressEvent(event);
}

}  // namespace theta
