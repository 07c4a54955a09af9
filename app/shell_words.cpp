// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_words.h"

#include "core/model/problem.h"
#include "core/model/typed_text.h"

namespace theta {
namespace {

constexpr std::string_view blanks = " \t\r\n";

[[noreturn]] void refuse_unclosed(std::string_view from_quote) {
  throw InputError(
      Problem{"quotes",
              {},
              say("no second {} closes {}", std::string(from_quote.substr(0, 1)), as_typed(from_quote))});
}

/// Reads one word; `at` is left behind it.
std::string next_word(std::string_view text, std::size_t& at) {
  std::string word;
  while (at < text.size() && blanks.find(text[at]) == blanks.npos) {
    const char sign = text[at];
    if (sign == '\'' || sign == '"') {
      const std::size_t open = at++;
      while (at < text.size() && text[at] != sign) {
        const bool escapes = sign == '"' && text[at] == '\\' && at + 1 < text.size() &&
                             std::string_view("\"\\$`").find(text[at + 1]) != std::string_view::npos;
        if (escapes) ++at;
        word += text[at++];
      }
      if (at == text.size()) refuse_unclosed(text.substr(open));
      ++at;
    } else {
      if (sign == '\\' && at + 1 < text.size()) ++at;
      word += text[at++];
    }
  }
  return word;
}

}  // namespace

std::vector<std::string> shell_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(blanks); at != text.npos && at < text.size();
       at = text.find_first_not_of(blanks, at))
    words.push_back(next_word(text, at));
  return words;
}

}  // namespace theta
