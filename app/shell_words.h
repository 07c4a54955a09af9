// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// The words of a line as a shell parts it: by blanks, but for what stands in single quotes, in double quotes
/// or after a backslash. Nothing else of a shell is known. Throws InputError where a quote is not closed.
std::vector<std::string> shell_words(std::string_view text);

}  // namespace theta
