// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <vector>

namespace theta {

std::vector<Preset> angular_margin_presets();

}  // namespace theta
