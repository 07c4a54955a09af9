// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/track.h"

#include <QKeyEvent>

#include <optional>

namespace theta {

struct Steps {
  int count = 0;
  Pace pace = Pace::usual;
};

/// Shift is fine, Ctrl coarse.
Pace pace_of(Qt::KeyboardModifiers modifiers);

/// What a key means to a number: up and down, with `sideways` also right and left, and the page keys.
std::optional<Steps> steps_of(const QKeyEvent& event, bool sideways);

}  // namespace theta
