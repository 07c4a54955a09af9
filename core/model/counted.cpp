// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/counted.h"

namespace theta {

Text counted(const Argument& count, const char* one, const char* several) {
  const bool is_one = count == Argument(1) || count == Argument(1.0);
  return say(is_one ? one : several, count);
}

Text a_list_of(const Text& elements) { return say("a list of {}", elements); }

}  // namespace theta
