// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text.h"

#include "core/model/number.h"

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
  const std::string message = translation ? translation(text.message) : text.message;
  std::string filled;
  std::size_t next = 0;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const bool slot = message[i] == '{' && i + 1 < message.size() && message[i + 1] == '}';
    if (slot && next < text.arguments.size()) {
      filled += fill(text.arguments[next++], translation);
      ++i;
    } else {
      filled += message[i];
    }
  }
  return filled;
}

}  // namespace theta
