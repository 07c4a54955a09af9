// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/step_keys.h"

namespace theta {

Pace pace_of(Qt::KeyboardModifiers modifiers) {
  if (modifiers & Qt::ShiftModifier) return Pace::fine;
  if (modifiers & Qt::ControlModifier) return Pace::coarse;
  return Pace::usual;
}

std::optional<Steps> steps_of(const QKeyEvent& event, bool sideways) {
  const Pace pace = pace_of(event.modifiers());
  switch (event.key()) {
    case Qt::Key_Up:
      return Steps{1, pace};
    case Qt::Key_Down:
      return Steps{-1, pace};
    case Qt::Key_PageUp:
      return Steps{1, Pace::coarse};
    case Qt::Key_PageDown:
      return Steps{-1, Pace::coarse};
    case Qt::Key_Right:
      return sideways ? std::optional(Steps{1, pace}) : std::nullopt;
    case Qt::Key_Left:
      return sideways ? std::optional(Steps{-1, pace}) : std::nullopt;
    default:
      return {};
  }
}

}  // namespace theta
