// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <string_view>
#include <vector>

// What is typed into a box or on a command line, before it is read as values.

namespace theta {

/// Without the blanks at its ends.
std::string_view trimmed(std::string_view text);

/// The parts between separators, trimmed; none of a blank text, and none after a separator at the end.
std::vector<std::string_view> parts_of(std::string_view text, char separator);

/// In quotation marks, as a message gives it: at most 200 bytes, cut between characters.
Text as_typed(std::string_view text);

}  // namespace theta
