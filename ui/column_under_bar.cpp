// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/column_under_bar.h"

#include "ui/problem_bar.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace theta {

ColumnUnderBar::ColumnUnderBar(ProblemBar* bar, QWidget* parent)
    : QWidget(parent), bar_(bar), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(0);
  bar_->setParent(this);
  bar_->installEventFilter(this);
}

void ColumnUnderBar::place_bar() {
  if (!bar_->isHidden()) {
    const int height = std::max(bar_->heightForWidth(width()), bar_->minimumSizeHint().height());
    bar_->setGeometry(0, 0, width(), bar_->passes() ? covering(height) : height);
    bar_->raise();
    if (!bar_->passes()) notice_height_ = height;
  }
  if (!bar_->has_notice()) notice_height_ = 0;
  column_->setContentsMargins(0, notice_height_, 0, 0);
}

/// A height at which nothing below is cut through.
int ColumnUnderBar::covering(int height) const {
  if (height <= notice_height_) return notice_height_;
  const QLayoutItem* first = column_->itemAt(0);
  return std::max(height, notice_height_ + (first ? first->geometry().height() : 0));
}

void ColumnUnderBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place_bar();
}

bool ColumnUnderBar::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  if (type == QEvent::LayoutRequest || type == QEvent::ShowToParent || type == QEvent::HideToParent)
    place_bar();
  return QWidget::eventFilter(watched, event);
}

}  // namespace theta
