// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/complain.h"

#include <algorithm>
#include <iostream>

namespace theta {

void complain(std::string message) {
  std::ranges::replace_if(
      message, [](unsigned char c) { return c < ' '; }, ' ');
  std::cerr << "thetalab: " << message << std::endl;
}

}  // namespace theta
