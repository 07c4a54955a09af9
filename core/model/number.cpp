// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace theta {
namespace {

constexpr std::string_view minus = "−", thin_space = "\u2009", infinity = "∞", times = "·";

std::string superscript(int number) {
  static constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴",
                                                              "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text = number < 0 ? "⁻" : "";
  for (const char digit : std::to_string(std::abs(number)))
    text += digits[static_cast<std::size_t>(digit - '0')];
  return text;
}

std::string chars(double number, std::chars_format format, int precision) {
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format, precision).ptr;
  return {buffer.data(), end};
}

std::string without_trailing_zeros(std::string digits) {
  if (digits.find('.') == std::string::npos) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

/// 12345.678 → 12 345.678; four digits stay together, as in print.
std::string grouped(const std::string& digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  if (whole < 5) return digits;
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) text += thin_space;
    text += digits[i];
  }
  return text;
}

std::string written(double number, int significant, bool keep_zeros) {
  significant = std::max(significant, 1);
  if (std::isnan(number)) return "–";
  const std::string sign = number < 0 ? std::string(minus) : "";
  const double magnitude = std::abs(number);
  if (std::isinf(magnitude)) return sign + std::string(infinity);
  if (magnitude == 0) return keep_zeros ? chars(0, std::chars_format::fixed, significant - 1) : "0";

  const std::string scientific = chars(magnitude, std::chars_format::scientific, significant - 1);
  const std::size_t e = scientific.find('e');
  const int exponent = std::atoi(scientific.c_str() + e + 1);
  const bool whole = magnitude == std::floor(magnitude) && magnitude < 1e15;
  if (whole && !keep_zeros && (exponent < 8 || exponent < significant))
    return sign + grouped(chars(magnitude, std::chars_format::fixed, 0));
  if (exponent < -4 || exponent >= std::max(significant, 7)) {
    const std::string mantissa = scientific.substr(0, e);
    const std::string digits = keep_zeros ? mantissa : without_trailing_zeros(mantissa);
    if (digits == "1") return sign + power_of_ten(exponent);
    return sign + digits + std::string(times) + power_of_ten(exponent);
  }
  const int decimals = std::max(significant - 1 - exponent, 0);
  const std::string fixed = chars(magnitude, std::chars_format::fixed, decimals);
  return sign + grouped(keep_zeros ? fixed : without_trailing_zeros(fixed));
}

}  // namespace

std::string exact(double number) {
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return {buffer.data(), end};
}

std::string readable(double number, int significant) { return written(number, significant, false); }

std::string readable_in_full(double number) {
  int significant = 6;
  while (significant < 17 && rounded_to_digits(number, significant) != number) ++significant;
  return readable(number, significant);
}

std::string steady(double number, int significant) { return written(number, significant, true); }

double rounded_to_digits(double number, int significant) {
  return std::strtod(chars(number, std::chars_format::scientific, significant - 1).c_str(), nullptr);
}

std::string power_of_ten(int exponent) { return "10" + superscript(exponent); }

}  // namespace theta
