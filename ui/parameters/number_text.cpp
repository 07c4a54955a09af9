// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/number_text.h"

#include "core/model/fraction_of_pi.h"
#include "core/model/number.h"

#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace theta {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> typed_signs = {{{"−", "-"},
                                                                                       {"·", "*"},
                                                                                       {"×", "*"},
                                                                                       {"÷", "/"},
                                                                                       {"π", "pi"},
                                                                                       {"\u2009", " "},
                                                                                       {"\u202f", " "},
                                                                                       {"\u00a0", " "},
                                                                                       {"\t", " "}}};

bool is_digit(char sign) { return std::isdigit(static_cast<unsigned char>(sign)) != 0; }

}  // namespace

std::string shown_number(double number, bool angle) {
  if (angle) {
    if (const auto fraction = fraction_of_pi(number)) return *fraction;
  }
  return readable(number);
}

std::string full_number(double number, bool angle) {
  if (angle) {
    const auto fraction = fraction_of_pi(number);
    if (fraction && fraction->size() < exact(number).size()) return *fraction;
  }
  return exact(number);
}

std::string typed_number(std::string_view text) {
  std::string plain(text);
  for (const auto& [sign, written] : typed_signs) {
    for (std::size_t at = plain.find(sign); at != plain.npos; at = plain.find(sign, at + written.size()))
      plain.replace(at, sign.size(), written);
  }
  std::string typed;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool after_digit = !typed.empty() && is_digit(typed.back());
    if (plain[i] == ' ' && after_digit && i + 1 < plain.size() && is_digit(plain[i + 1])) continue;
    if (after_digit && plain.compare(i, 2, "pi") == 0) typed += '*';
    typed += plain[i];
  }
  return typed;
}

}  // namespace theta
