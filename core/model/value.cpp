// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/value.h"

namespace theta {

bool operator==(const Row& left, const Row& right) { return left.cells == right.cells; }

}  // namespace theta
