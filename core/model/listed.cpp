// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/listed.h"

namespace theta {

Text listed(const std::vector<Text>& texts, std::size_t most) {
  if (texts.size() > most) return say("{}, …, {}", texts.front(), texts.back());
  Text list;
  for (const Text& text : texts) {
    list.message += list.message.empty() ? "{}" : ", {}";
    list.arguments.emplace_back(text);
  }
  return list;
}

}  // namespace theta
