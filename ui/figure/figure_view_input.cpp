// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_view.h"
#include "ui/words.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStringList>
#include <QToolTip>

#include <utility>

// What a person does to a figure, told as signals.

namespace theta {
namespace {

struct Press {
  int right = 0, up = 0;
  Stride stride = Stride::usual;
};

std::optional<Press> press_of(const QKeyEvent& event) {
  Press press;
  switch (event.key()) {
    case Qt::Key_Left:
      press.right = -1;
      break;
    case Qt::Key_Right:
      press.right = 1;
      break;
    case Qt::Key_Up:
      press.up = 1;
      break;
    case Qt::Key_Down:
      press.up = -1;
      break;
    default:
      return {};
  }
  if (event.modifiers() & Qt::ShiftModifier)
    press.stride = Stride::fine;
  else if (event.modifiers() & Qt::ControlModifier)
    press.stride = Stride::coarse;
  return press;
}

}  // namespace

/// Shows all remarks where their line at the foot, cut for want of room, is pointed at.
bool FigureView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const bool at_foot = help->pos().y() >= height() - gutter;
  if (!at_foot || !figure_ || !remarks_shown().cut) {
    QToolTip::hideText();
    event->ignore();
    return true;
  }
  QStringList lines;
  for (const Text& remark : all_remarks(*figure_)) lines.append(rich(remark));
  QToolTip::showText(help->globalPos(), QStringLiteral("<p>") + lines.join(QStringLiteral("<br>")), this);
  return true;
}

void FigureView::mousePressEvent(QMouseEvent* event) {
  mouse_ = event->position();
  focus_handle({});
  if (!figure_ || event->button() != Qt::LeftButton || !dragged_.empty()) return event->ignore();
  if (const auto index = handle_at(handles_, *mouse_, theme_)) {
    grip_ = *mouse_ - handles_[*index].at;
    dragged_ = figure_->handles[handles_[*index].handle].id;
    settle_axes();
    update_cursor();
    update();
    Q_EMIT drag_started();
  } else if (const auto pick = pick_under(*mouse_)) {
    const Pick chosen = *pick->pick;  // what follows may bring another figure
    Q_EMIT picked(chosen.parameter, chosen.value);
  } else {
    event->ignore();
  }
}

void FigureView::mouseMoveEvent(QMouseEvent* event) {
  mouse_ = event->position();
  update_cursor();
  update();
  if (dragged_.empty() || dragged_by_key_) return;
  const HandlePlace* handle = find_handle(dragged_);
  if (!handle) return end_drag();
  const Handle& ring = figure_->handles[handle->handle];
  Q_EMIT dragged(moves(ring, dragged_to(ring, places_[handle->place], *mouse_ - grip_)));
}

void FigureView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && !dragged_by_key_) end_drag();
}

void FigureView::mouseDoubleClickEvent(QMouseEvent* event) {
  const QPointF point = event->position();
  if (event->button() != Qt::LeftButton || handle_at(handles_, point, theme_) || pick_under(point))
    return mousePressEvent(event);
  if (const auto place = place_under(point)) Q_EMIT panel_activated(places_[*place].shape.id);
}

void FigureView::leaveEvent(QEvent*) {
  mouse_.reset();
  update();
}

void FigureView::end_drag() {
  dragged_by_key_ = false;
  if (std::exchange(dragged_, {}).empty()) return;
  settle_axes();
  update_cursor();
  update();
  Q_EMIT drag_ended();
}

void FigureView::focus_handle(std::optional<std::size_t> handle) {
  if (dragged_by_key_) end_drag();
  focused_ = handle ? figure_->handles[handles_[*handle].handle].id : std::string();
  describe();
  update();
}

void FigureView::keyPressEvent(QKeyEvent* event) {
  const auto press = press_of(*event);
  const HandlePlace* handle = find_handle(focused_);
  if (!press || !handle || (!dragged_.empty() && !dragged_by_key_)) return QWidget::keyPressEvent(event);
  const Handle& ring = figure_->handles[handle->handle];
  const auto to = stepped(ring, places_[handle->place], press->right, press->up, press->stride);
  if (!to) return;
  const std::vector<Move> edits = moves(ring, *to);
  if (dragged_.empty()) {
    dragged_ = focused_;
    dragged_by_key_ = true;
    settle_axes();
    Q_EMIT drag_started();
  }
  Q_EMIT dragged(edits);
}

void FigureView::keyReleaseEvent(QKeyEvent* event) {
  if (dragged_by_key_ && !event->isAutoRepeat() && press_of(*event)) return end_drag();
  QWidget::keyReleaseEvent(event);
}

void FigureView::focusInEvent(QFocusEvent* event) {
  if (event->reason() == Qt::TabFocusReason && !handles_.empty()) focus_handle(0);
  if (event->reason() == Qt::BacktabFocusReason && !handles_.empty()) focus_handle(handles_.size() - 1);
  QWidget::focusInEvent(event);
}

void FigureView::focusOutEvent(QFocusEvent* event) {
  focus_handle({});
  if (!dragged_.empty() && event->reason() != Qt::PopupFocusReason) end_drag();
  QWidget::focusOutEvent(event);
}

bool FigureView::focusNextPrevChild(bool next) {
  const HandlePlace* handle = find_handle(focused_);
  if (!handle && !handles_.empty() && hasFocus()) {
    focus_handle(next ? 0 : handles_.size() - 1);
    return true;
  }
  if (handle) {
    const auto index = static_cast<std::size_t>(handle - handles_.data());
    if (next ? index + 1 < handles_.size() : index > 0) {
      focus_handle(next ? index + 1 : index - 1);
      return true;
    }
  }
  return QWidget::focusNextPrevChild(next);
}

}  // namespace theta
