// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

/// A message as one line of UTF-8, whatever stood in a file or a name it passes on: signs that steer a
/// terminal are blanks, bytes that are no text are U+FFFD.
std::string in_one_line(const std::string& message);

/// Says on stderr what went wrong, in one line.
void complain(const std::string& message);

}  // namespace theta
