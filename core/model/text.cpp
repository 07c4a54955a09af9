// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text.h"

#include "core/model/number.h"

#include <optional>

namespace theta {
namespace {

std::string fill(const Argument& argument, const Translation& translation) {
  struct Writer {
    const Translation& translation;
    std::string operator()(double number) const { return readable(number); }
    std::string operator()(std::int64_t number) const { return readable(static_cast<double>(number)); }
    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(const Text& text) const { return theta::fill(text, translation); }
  };
  return std::visit(Writer{translation}, argument.value);
}

struct Slot {
  std::size_t length = 0;
  std::optional<std::size_t> place;  ///< none: the next argument
};

/// `{}`, or `{0}` to `{9}`, at the start of a message's rest.
std::optional<Slot> slot_at(std::string_view rest) {
  if (rest.starts_with("{}")) return Slot{2, {}};
  if (rest.size() >= 3 && rest[0] == '{' && rest[1] >= '0' && rest[1] <= '9' && rest[2] == '}')
    return Slot{3, static_cast<std::size_t>(rest[1] - '0')};
  return {};
}

}  // namespace

Text::Text() = default;
Text::Text(const char* english) : message(english) {}
Text::Text(std::string english, std::vector<Argument> values)
    : message(std::move(english)), arguments(std::move(values)) {}
Text::Text(const Text&) = default;
Text::Text(Text&&) noexcept = default;
Text& Text::operator=(const Text&) = default;
Text& Text::operator=(Text&&) noexcept = default;
Text::~Text() = default;

bool operator==(const Text& left, const Text& right) {
  return left.message == right.message && left.arguments == right.arguments;
}

Text verbatim(std::string words) { return say("{}", std::move(words)); }

std::string fill(const Text& text, const Translation& translation) {
  const bool language = translation && text.message != "{}";  // verbatim words are in no language
  const std::string message = language ? translation(text.message) : text.message;
  std::string filled;
  std::size_t next = 0;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const std::optional<Slot> slot = slot_at(std::string_view(message).substr(i));
    const std::size_t place = slot && slot->place ? *slot->place : next;
    if (slot && place < text.arguments.size()) {
      filled += fill(text.arguments[place], translation);
      if (!slot->place) ++next;
      i += slot->length - 1;
    } else {
      filled += message[i];
    }
  }
  return filled;
}

}  // namespace theta
