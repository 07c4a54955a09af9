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
    bar_->setGeometry(0, 0, width(), height);
    bar_->raise();
    if (!bar_->passes()) notice_height_ = height;
  }
  column_->setContentsMargins(0, bar_->has_notice() ? notice_height_ : 0, 0, 0);
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
