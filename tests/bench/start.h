// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace theta {

inline constexpr std::string_view start_option = "--show-once";

/// Shows Thetalab's window ("thetalab") or a bare one with a QChart ("chart") until its first frame is
/// painted.
int show_once(std::string_view window);

}  // namespace theta
