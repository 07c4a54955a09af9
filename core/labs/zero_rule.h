// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

namespace theta {

/// The line y = 0 behind curves of either sign.
inline Rule zero_rule() {
  return {.mark = {.id = "zero", .role = Role::muted},
          .direction = Direction::horizontal,
          .at = 0,
          .dash = Dash::solid};
}

}  // namespace theta
