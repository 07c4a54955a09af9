// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace theta {

struct Argument;

/// A sentence a person reads: an English message that is also its id for translation, with `{}` where an
/// argument goes; a translation that needs another order numbers them from 0: `{1}`, `{0}`. It may carry
/// formulas in a small TeX subset between dollars (core/model/tex.h).
struct Text {
  std::string message;
  std::vector<Argument> arguments;

  Text();
  Text(const char* english);  // implicit: a literal handed over as a Text is a marked message
  Text(std::string english, std::vector<Argument> values);
  Text(const Text&);
  Text(Text&&) noexcept;
  Text& operator=(const Text&);
  Text& operator=(Text&&) noexcept;
  ~Text();

  bool empty() const { return message.empty(); }
  friend bool operator==(const Text&, const Text&);
};

/// What fills a `{}`: a number is written as a reader expects it (core/model/number.h), a string as it is.
struct Argument {
  std::variant<double, std::int64_t, std::string, Text> value;

  Argument(double number) : value(number) {}
  Argument(int number) : value(std::int64_t{number}) {}
  Argument(std::int64_t number) : value(number) {}
  Argument(std::size_t number) : value(static_cast<std::int64_t>(number)) {}
  Argument(std::string words) : value(std::move(words)) {}
  Argument(std::string_view words) : value(std::string(words)) {}
  Argument(const char* words) : value(std::string(words)) {}
  Argument(Text text) : value(std::move(text)) {}
  friend bool operator==(const Argument&, const Argument&) = default;
};

/// say("Pair {} of {}", pair, pairs)
template <class... Arguments>
Text say(const char* message, Arguments&&... arguments) {
  return Text(message, {Argument(std::forward<Arguments>(arguments))...});
}

/// Words that are data, not language: a model's name, a number with its unit. Never translated.
Text verbatim(std::string words);

/// Maps an English message to the reader's language; returns the message itself where it has none.
using Translation = std::function<std::string(const std::string&)>;

/// The sentence with its arguments filled in; formulas still stand between dollars.
std::string fill(const Text& text, const Translation& translation = {});

}  // namespace theta
