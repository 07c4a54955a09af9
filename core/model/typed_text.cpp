// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/typed_text.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace theta {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
  return text.substr(0, text.find_last_not_of(blank) + 1);
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!trimmed(text).empty()) {
    const std::size_t end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == text.npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

Text as_typed(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.size() <= longest) return say("“{}”", text);
  std::size_t end = longest;
  while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
  return say("“{}”", std::string(text.substr(0, end)) + "…");
}

}  // namespace theta
