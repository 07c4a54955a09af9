// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shared_text.h"

#include <algorithm>

namespace theta {

Text shared_text(const std::vector<Text>& texts) {
  Text common = texts.front();
  const bool one_message = std::ranges::all_of(texts, [&](const Text& text) {
    return text.message == common.message && text.arguments.size() == common.arguments.size();
  });
  for (std::size_t i = 0; one_message && i < common.arguments.size(); ++i) {
    const Argument& argument = texts.front().arguments[i];
    if (!std::ranges::all_of(texts, [&](const Text& text) { return text.arguments[i] == argument; }))
      common.arguments[i] = "…";
  }
  return common;
}

}  // namespace theta
