// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/constant_expression.h"

#include <muParser.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string>

namespace theta {
namespace {

constexpr std::size_t longest_number = 200;

bool is_digit(char sign) { return std::isdigit(static_cast<unsigned char>(sign)) != 0; }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// Whether a space parts thousands: after one to three digits of a whole number come three. Else it parts
/// numbers, and "1 2" is none.
bool parts_thousands(std::string_view text, std::size_t space) {
  std::size_t first = space, last = space + 1;
  while (first > 0 && is_digit(text[first - 1])) --first;
  while (last < text.size() && is_digit(text[last])) ++last;
  const std::size_t before = space - first, after = last - space - 1;
  if (after != 3 || before < 1 || before > 3) return false;
  if (first == 0) return true;
  if (text[first - 1] == ' ') return before == 3 || first < 2 || !is_digit(text[first - 2]);
  return text[first - 1] != '.';
}

/// Plain signs for the ones a person sees on screen; spaces between thousands go.
std::string normalised(std::string_view text) {
  std::string plain(text);
  for (const std::string_view space : {"\u2009", "\u202f", "\u00a0"}) plain = replaced(plain, space, " ");
  plain = replaced(plain, "−", "-");
  plain = replaced(plain, "π", "pi");
  std::string joined;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] != ' ' || !parts_thousands(plain, i)) joined += plain[i];
  }
  return joined;
}

std::optional<double> finite(double value) {
  if (!std::isfinite(value)) return {};
  return value;
}

}  // namespace

std::optional<double> constant_value(std::string_view text) {
  if (text.size() > longest_number) return {};
  const std::string plain = normalised(text);
  const char* const begin = plain.data();
  const char* const end = begin + plain.size();
  double number = 0;
  const auto [stopped, error] = std::from_chars(begin, end, number);
  if (stopped == end && !plain.empty()) return error == std::errc() ? finite(number) : std::nullopt;
  if (!std::ranges::any_of(plain, [](char sign) { return is_digit(sign) || sign == 'p' || sign == 'e'; }))
    return {};
  try {
    mu::Parser parser;
    parser.DefineConst("pi", std::numbers::pi);
    parser.DefineConst("e", std::numbers::e);
    parser.SetExpr(plain);
    int results = 0;
    const double* values = parser.Eval(results);
    if (results != 1) return {};
    return finite(values[0]);
  } catch (const mu::Parser::exception_type&) {
    return {};
  }
}

}  // namespace theta
