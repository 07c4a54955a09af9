// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

struct Outcome {
  int exit_code = -1;
  std::string out, error;
};

/// Runs the program itself, arguments as a shell reads them, without a display.
Outcome run_thetalab(const std::string& arguments);

}  // namespace theta
