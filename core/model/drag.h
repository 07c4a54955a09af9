// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/model/figure.h"
#include "core/model/lab.h"

namespace theta {

/// The edit a handle's move asks for. A drag goes as far as its parameter allows and no farther, like a slider: the number
/// is taken to the nearest allowed one. None where no parameter has that id or it is of another kind.
std::optional<Edit> edit_of(const std::vector<Field>& fields, const Values& values, const Move& move);

}  // namespace theta
