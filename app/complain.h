// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

/// Says on stderr what went wrong, in one line, whatever stood in a file name or a message that was passed
/// on.
void complain(std::string message);

}  // namespace theta
