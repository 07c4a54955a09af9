// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

/// How one PNG differs from what it should be: in its size, or how many pixels and where they lie, counted
/// from 0 from the upper left and in millimetres.
std::string picture_difference(const std::string& is, const std::string& should);

}  // namespace theta
