// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/lab.h"

#include <optional>
#include <vector>

namespace theta {

/// The edit a handle's move asks for. A drag goes as far as its parameter allows and no farther, like a
/// slider: the number is taken to the nearest allowed one; an angle whose limits span a whole turn goes
/// round. None where no parameter has that id or it is of another kind. Moves of several elements of one list
/// do not go together in one edit.
std::optional<Edit> edit_of(const std::vector<Field>& fields, const Values& values, const Move& move);

}  // namespace theta
