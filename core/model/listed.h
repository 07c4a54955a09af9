// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <cstddef>
#include <vector>

namespace theta {

/// "A, B, C", or "A, …, Z" for more than `most`. Not empty.
Text listed(const std::vector<Text>& texts, std::size_t most);

}  // namespace theta
