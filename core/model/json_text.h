// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace theta {

/// What a text from outside may hold at most, so that reading it takes little time and memory whatever it is.
struct JsonLimits {
  std::size_t bytes = 4u << 20;
  int depth = 64;
  std::size_t members = std::numeric_limits<std::size_t>::max();  ///< of one object
};

/// The JSON a text holds, or throws InputError in the name of `where` that says what is wrong: broken at a
/// line and column, too long, nested too deeply. `expected` says what the text should have been. Of members
/// with the same name the last counts.
nlohmann::json parse_json(std::string_view text, const std::string& where, const Text& expected,
                          const JsonLimits& limits = {});

/// The same with the members of objects in the order of the text. Their number is limited: each takes time
/// in proportion to those before it.
nlohmann::ordered_json parse_ordered_json(std::string_view text, const std::string& where,
                                          const Text& expected, const JsonLimits& limits = {.members = 1000});

/// A JSON value as an error message quotes it: short, with no more than the beginning of a long one.
template <class Json>
Text quoted(const Json& json) {
  constexpr std::size_t longest = 80;
  if (json.is_array()) return say("a list of {}", json.size());
  if (json.is_object()) return say("an object");
  std::string words = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (words.size() <= longest) return verbatim(words);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;  // no half characters
  return verbatim(words.substr(0, end) + "…");
}

}  // namespace theta
