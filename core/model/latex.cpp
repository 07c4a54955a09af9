// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latex.h"

#include "core/model/tex_pieces.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace theta {
namespace {

struct Spelling {
  std::string_view sign, latex;
};

/// Raised and lowered signs: neighbours share one group.
constexpr std::array raised = {Spelling{"⁰", "0"}, Spelling{"¹", "1"}, Spelling{"²", "2"},
                               Spelling{"³", "3"}, Spelling{"⁴", "4"}, Spelling{"⁵", "5"},
                               Spelling{"⁶", "6"}, Spelling{"⁷", "7"}, Spelling{"⁸", "8"},
                               Spelling{"⁹", "9"}, Spelling{"⁻", "-"}, Spelling{"⁺", "+"}};
constexpr std::array lowered = {Spelling{"₀", "0"}, Spelling{"₁", "1"}, Spelling{"₂", "2"},
                                Spelling{"₃", "3"}, Spelling{"₄", "4"}, Spelling{"₅", "5"},
                                Spelling{"₆", "6"}, Spelling{"₇", "7"}, Spelling{"₈", "8"},
                                Spelling{"₉", "9"}, Spelling{"₋", "-"}, Spelling{"ᵢ", "i"}};

/// Signs of mathematics beside those the TeX subset has commands for.
constexpr std::array mathematics = {
    Spelling{"−", "-"},         Spelling{"·", "\\cdot "}, Spelling{"×", "\\times "}, Spelling{"√", "\\surd "},
    Spelling{"½", "\\frac12 "}, Spelling{"<", "<"},       Spelling{">", ">"},        Spelling{"|", "|"},
    Spelling{"Π", "\\Pi "},     Spelling{"∑", "\\sum "},  Spelling{"°", "^\\circ "}, Spelling{"′", "'"},
    Spelling{"∝", "\\propto "}};

constexpr std::array typography = {Spelling{"–", "--"},
                                   Spelling{"—", "---"},
                                   Spelling{"“", "``"},
                                   Spelling{"”", "''"},
                                   Spelling{"‘", "`"},
                                   Spelling{"’", "'"},
                                   Spelling{"…", "\\dots{}"},
                                   Spelling{"\u00a0", "~"},
                                   Spelling{"\u2009", "\\,"},
                                   Spelling{"\u202f", "\\,"},
                                   Spelling{"\\", "\\textbackslash{}"},
                                   Spelling{"~", "\\textasciitilde{}"},
                                   Spelling{"^", "\\textasciicircum{}"},
                                   Spelling{"#", "\\#"},
                                   Spelling{"$", "\\$"},
                                   Spelling{"%", "\\%"},
                                   Spelling{"&", "\\&"},
                                   Spelling{"_", "\\_"},
                                   Spelling{"{", "\\{"},
                                   Spelling{"}", "\\}"}};

std::string_view spelled(const auto& table, std::string_view sign) {
  const auto found = std::ranges::find(table, sign, &Spelling::sign);
  return found == table.end() ? std::string_view() : found->latex;
}

bool is_ascii(std::string_view sign) { return static_cast<unsigned char>(sign.front()) < 0x80; }

/// How a formula writes a sign; empty where it needs no other way.
std::string in_formula(std::string_view sign) {
  if (const std::string_view known = spelled(mathematics, sign); !known.empty()) return std::string(known);
  if (is_ascii(sign)) return {};
  const std::string_view command = tex_command(sign);
  if (command.empty()) return {};
  const bool named = std::isalpha(static_cast<unsigned char>(command.front())) != 0;
  return "\\" + std::string(command) + (named ? " " : "");  // a space ends a command's name
}

/// The subset's \prime stands raised by itself; LaTeX's does not.
constexpr std::string_view prime = "\\prime";
bool is_prime(std::string_view text) {
  return text.starts_with(prime) &&
         (text.size() == prime.size() || std::isalpha(static_cast<unsigned char>(text[prime.size()])) == 0);
}

/// Takes a text sign by sign and keeps count of the dollars and groups that are open.
class LatexWriter {
 public:
  void write(const TexPiece& piece) {
    if (piece.text.find_first_not_of(' ') == piece.text.npos && piece.formula) return;
    if (piece.formula) {
      math(true);
      always_math_ = true;
    }
    for (std::size_t at = 0; at < piece.text.size();) {
      if (piece.formula && is_prime(piece.text.substr(at))) {
        text_ += '\'';
        at += prime.size();
        continue;
      }
      const auto byte = static_cast<unsigned char>(piece.text[at]);
      const std::size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      sign(piece.text.substr(at, length));
      at += length;
    }
    shift('\0');
    always_math_ = false;
    if (piece.formula) math(false);
  }

  std::string take() && {
    math(false);
    return std::move(text_);
  }

 private:
  void sign(std::string_view sign) {
    if (const std::string_view up = spelled(raised, sign); !up.empty()) return shifted('^', up);
    if (const std::string_view down = spelled(lowered, sign); !down.empty()) return shifted('_', down);
    shift('\0');
    const std::string_view typographic = spelled(typography, sign);
    if (always_math_) {
      const std::string known = in_formula(sign);
      if (!known.empty())
        text_ += known;
      else
        text_ += is_ascii(sign) || typographic.empty() ? sign : typographic;
    } else if (!typographic.empty()) {
      math(false);
      text_ += typographic;
    } else if (const std::string known = in_formula(sign); !known.empty()) {
      math(true);
      text_ += known;
    } else {
      math(false);
      text_ += sign;
    }
  }

  void shifted(char way, std::string_view sign) {
    math(true);
    shift(way);
    text_ += sign;
  }

  /// Opens or closes the group of a raised (`^`) or lowered (`_`) stretch.
  void shift(char way) {
    if (way == way_) return;
    if (way_ != '\0') text_ += '}';
    if (way != '\0') text_ += std::string(1, way) + "{";
    way_ = way;
  }

  void math(bool wanted) {
    if (always_math_ || wanted == math_) return;
    shift('\0');
    while (!wanted && text_.ends_with(' ')) text_.pop_back();
    text_ += '$';
    math_ = wanted;
  }

  std::string text_;
  bool math_ = false, always_math_ = false;
  char way_ = '\0';
};

}  // namespace

std::string latex(std::string_view text) {
  LatexWriter writer;
  for (const TexPiece& piece : tex_pieces(text)) writer.write(piece);
  return std::move(writer).take();
}

std::string latex(const Text& text) { return latex(std::string_view(fill(text))); }

}  // namespace theta
