// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace theta {

/// Whether Qt finds any font at all; without one it draws boxes in place of letters. Needs a QGuiApplication.
bool fonts_found();

/// One line for stderr, for where there are none.
inline constexpr const char* no_fonts_message =
    "thetalab: no fonts were found, so boxes will stand in place of letters; install some, such as the "
    "Debian "
    "package fonts-liberation";

}  // namespace theta
