// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_type.h"

#include "core/model/latex.h"
#include "core/model/tex.h"
#include "core/write/pgf_plot.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace theta {
namespace {

constexpr char first_letter = ' ';
using Advances = std::array<int, 95>;  // of ASCII's letters, in thousandths of the size

/// From Adobe's Helvetica.afm.
constexpr Advances helvetica = {
    278, 278, 355, 556, 556, 889, 667, 222, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 222, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

/// From Knuth's cmr10.tfm, what it lacks from cmsy10 and cmmi10.
constexpr Advances computer_modern = {
    333, 278, 500, 833, 500, 833, 778, 278, 389, 389, 500, 778, 278, 333, 278, 500, 500, 500,  500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 778, 778, 778, 472, 778, 750, 708, 722, 764,  681,
    653, 785, 750, 361, 514, 778, 625, 917, 750, 778, 681, 778, 736, 556, 722, 750, 750, 1028, 750,
    750, 611, 278, 500, 278, 500, 500, 278, 500, 556, 444, 556, 444, 306, 500, 556, 278, 306,  528,
    278, 833, 556, 500, 556, 528, 392, 394, 389, 556, 528, 722, 528, 528, 444, 500, 278, 500,  500};

bool is_one_of(std::string_view sign, std::string_view signs) { return signs.find(sign) != signs.npos; }

/// In thousandths of the size.
double advance(std::string_view sign, const Advances& letters) {
  const char letter = sign.front();
  if (sign.size() == 1) {
    const bool printed = letter >= first_letter && letter <= '~';
    return printed ? letters[static_cast<std::size_t>(letter - first_letter)] : 0;
  }
  if (is_one_of(sign, "\u2009\u202f")) return 167;
  if (is_one_of(sign, "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁻⁺₋ᵢ")) return 400;
  if (is_one_of(sign, "·′°")) return 300;
  if (is_one_of(sign, "−×±≤≥≠≈")) return 778;
  if (is_one_of(sign, "…→—∞")) return 1100;
  return 580;
}

constexpr double raised_size = 0.7;

double run_width(const Run& run, const Advances& letters) {
  double width = 0;
  for (std::size_t at = 0; at < run.text.size();) {
    const auto byte = static_cast<unsigned char>(run.text[at]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    width += advance(std::string_view(run.text).substr(at, length), letters);
    at += length;
  }
  return run.shift == 0 ? width : raised_size * width;
}

/// What stands between spaces; a formula is one word.
std::vector<std::string> words_of(const Text& text) {
  std::vector<std::string> parts(1);
  bool in_formula = false;
  for (const char sign : fill(text)) {
    if (sign == '$') in_formula = !in_formula;
    if (sign != ' ' || in_formula)
      parts.back() += sign;
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

}  // namespace

PgfType type_of(const PgfStyle& style) {
  return {.size = style.font_size * millimetres_a_point, .serif = style.serif};
}

double set_width(const Text& text, const PgfType& type) {
  // Computer Modern is cut wider in small sizes; bold letters are wider in both.
  const double small = type.serif ? 0.67 + 3.26 * millimetres_a_point / type.size : 1;
  const double bold = type.bold ? (type.serif ? 1.15 : 1.07) : 1;
  double width = 0;
  for (const Run& run : runs(fill(text)))  // symbols are in Computer Modern's italic in either
    width += run_width(run, type.serif || run.italic ? computer_modern : helvetica);
  return bold * small * width * type.size / 1000;
}

std::vector<Text> broken(const std::vector<Text>& texts, double width, const PgfType& type) {
  std::vector<Text> lines;
  std::string here;
  for (const Text& text : texts) {
    std::string gap = here.empty() ? "" : " $\\quad$ ";
    for (const std::string& word : words_of(text)) {
      if (!here.empty() && set_width(verbatim(here + gap + word), type) > width) {
        lines.push_back(verbatim(here));
        here = word;
      } else {
        here += gap + word;
      }
      gap = " ";
    }
  }
  if (!here.empty()) lines.push_back(verbatim(here));
  return lines;
}

Text shortened(const Text& text, double width, const PgfType& type) {
  if (set_width(text, type) <= width) return text;
  std::string kept;
  for (const std::string& word : words_of(text)) {
    const std::string more = kept.empty() ? word : kept + " " + word;
    if (!kept.empty() && set_width(verbatim(more + " …"), type) > width) break;
    kept = more;
  }
  return verbatim(kept + " …");
}

std::string stacked(const std::vector<Text>& lines, double width, const std::string& set) {
  if (lines.size() == 1) return latex(lines.front());
  std::string text;
  for (const Text& each : lines) text += (text.empty() ? "" : "\\\\") + latex(each);
  return "\\parbox[b]{" + short_number(width) + "mm}{" + set + " " + text + "}";
}

}  // namespace theta
