// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tex.h"

#include "core/model/tex_pieces.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace theta {
namespace {

/// A command of the subset: its sign, how it is spoken, and whether it is set in italics as a variable.
struct Sign {
  std::string_view command, glyph, spoken;
  bool italic = false;
};

constexpr std::array signs = {
    Sign{"alpha", "α", "alpha", true},
    Sign{"beta", "β", "beta", true},
    Sign{"gamma", "γ", "gamma", true},
    Sign{"delta", "δ", "delta", true},
    Sign{"epsilon", "ε", "epsilon", true},
    Sign{"zeta", "ζ", "zeta", true},
    Sign{"eta", "η", "eta", true},
    Sign{"theta", "θ", "theta", true},
    Sign{"kappa", "κ", "kappa", true},
    Sign{"lambda", "λ", "lambda", true},
    Sign{"mu", "μ", "mu", true},
    Sign{"nu", "ν", "nu", true},
    Sign{"xi", "ξ", "xi", true},
    Sign{"pi", "π", "pi"},
    Sign{"rho", "ρ", "rho", true},
    Sign{"sigma", "σ", "sigma", true},
    Sign{"tau", "τ", "tau", true},
    Sign{"phi", "φ", "phi", true},
    Sign{"chi", "χ", "chi", true},
    Sign{"psi", "ψ", "psi", true},
    Sign{"omega", "ω", "omega", true},
    Sign{"Gamma", "Γ", "capital gamma"},
    Sign{"Delta", "Δ", "capital delta"},
    Sign{"Theta", "Θ", "capital theta"},
    Sign{"Lambda", "Λ", "capital lambda"},
    Sign{"Sigma", "Σ", "capital sigma"},
    Sign{"Phi", "Φ", "capital phi"},
    Sign{"Psi", "Ψ", "capital psi"},
    Sign{"Omega", "Ω", "capital omega"},
    Sign{"ell", "ℓ", "ell", true},
    Sign{"cdot", " · ", " times "},
    Sign{"times", " × ", " times "},
    Sign{"pm", "±", " plus or minus "},
    Sign{"le", " ≤ ", " at most "},
    Sign{"ge", " ≥ ", " at least "},
    Sign{"ne", " ≠ ", " is not "},
    Sign{"approx", " ≈ ", " about "},
    Sign{"to", " → ", " to "},
    Sign{"in", " ∈ ", " in "},
    Sign{"infty", "∞", "infinity"},
    Sign{"sum", "Σ", "the sum of "},
    Sign{"prod", "Π", "the product of "},
    Sign{"partial", "∂", "partial "},
    Sign{"langle", "⟨", ""},
    Sign{"rangle", "⟩", ""},
    Sign{"Vert", "‖", " norm "},
    Sign{"circ", "°", " degrees"},
    Sign{"dots", "…", " and so on "},
    Sign{"prime", "′", " prime"},
    Sign{"quad", "  ", ", "},
    Sign{"Re", "Re ", "the real part of "},
    Sign{"exp", "exp ", "exp "},
    Sign{"ln", "ln ", "the logarithm of "},
    Sign{"sin", "sin ", "sine "},
    Sign{"cos", "cos ", "cosine "},
    Sign{"tanh", "tanh ", "tanh "},
    Sign{"max", "max ", "the maximum of "},
    Sign{"min", "min ", "the minimum of "},
    Sign{",", "\u2009", " "},
    Sign{"%", "%", "percent"},
    Sign{"$", "$", "dollar"},
    Sign{"{", "{", ""},
    Sign{"}", "}", ""},
};

const Sign* find_sign(std::string_view command) {
  const auto sign = std::ranges::find(signs, command, &Sign::command);
  return sign == signs.end() ? nullptr : &*sign;
}

/// What a reader of formulas is told; the three ways to write one implement it.
class Setter {
 public:
  virtual ~Setter() = default;
  virtual void letters(std::string_view text, bool italic, int shift, bool overlined) = 0;
  virtual void spoken(std::string_view words) = 0;
};

constexpr int deepest = 32;  // groups in groups; what lies deeper is written as it stands

class TexReader {
 public:
  TexReader(std::string_view formula, Setter& setter) : formula_(formula), setter_(setter) {}

  void read() {
    while (at_ < formula_.size()) item({});
  }

 private:
  struct Style {
    bool upright = false;
    bool overlined = false;
    int shift = 0;
    int depth = 0;
  };

  /// After the space here: the space then stands for what TeX sets about an operator.
  bool operator_follows() const {
    return at_ + 1 < formula_.size() &&
           std::string_view("=+-<>").find(formula_[at_ + 1]) != std::string_view::npos;
  }

  std::size_t glyph_length() const {
    const auto byte = static_cast<unsigned char>(formula_[at_]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return std::min(length, formula_.size() - at_);
  }

  void put(std::string_view text, bool italic, const Style& style) {
    setter_.letters(text, italic && !style.upright, style.shift, style.overlined);
  }

  /// One sign, or a braced group of them.
  void item(const Style& style) {
    if (at_ >= formula_.size()) return;
    const char sign = formula_[at_];
    if (sign == '{' && style.depth < deepest) return group(style);
    if (sign == '\\') return command(style);
    if (sign == '_' || sign == '^') return shifted(style, sign == '_' ? -1 : 1);
    const std::size_t length = glyph_length();
    const std::string_view glyph = formula_.substr(at_, length);
    at_ += length;
    if (glyph == "-") {
      put("−", false, style);
      setter_.spoken(" minus ");
    } else {
      put(glyph, std::isalpha(static_cast<unsigned char>(glyph.front())) != 0, style);
      setter_.spoken(glyph);
    }
  }

  void group(Style style) {
    ++style.depth;
    ++at_;
    while (at_ < formula_.size() && formula_[at_] != '}') item(style);
    if (at_ < formula_.size()) ++at_;
  }

  static Style deeper(Style style) {
    ++style.depth;
    return style;
  }

  /// The group that starts here, up to its own closing brace.
  std::string_view braced() const {
    int depth = 0;
    std::size_t end = at_;
    for (; end < formula_.size(); ++end) {
      if (formula_[end] == '{') ++depth;
      if (formula_[end] == '}') --depth;
      if (depth == 0) break;
    }
    return formula_.substr(std::min(at_, formula_.size()), end - at_);
  }

  /// In parentheses where it is a sum or a product, for on one line a + b over c would read a + b/c.
  void part_of_fraction(const Style& style) {
    const std::string_view part = braced();
    const bool composed = part.starts_with('{') &&
                          (part.find_first_of("+-*/ ") != part.npos || part.find("\\frac") != part.npos);
    if (composed) put("(", false, style);
    item(deeper(style));
    if (composed) put(")", false, style);
  }

  void shifted(Style style, int shift) {
    ++at_;
    setter_.spoken(shift < 0 ? " sub " : " to the power of ");
    style.shift = shift;
    ++style.depth;
    if (style.depth < deepest) item(style);
    setter_.spoken(" ");
  }

  void command(const Style& style) {
    ++at_;
    std::size_t length = 0;
    while (at_ + length < formula_.size() && std::isalpha(static_cast<unsigned char>(formula_[at_ + length])))
      ++length;
    if (length == 0 && at_ < formula_.size()) length = glyph_length();
    const std::string_view name = formula_.substr(at_, length);
    at_ += length;
    if (style.depth >= deepest) return put(name, false, style);
    if (name == "mathrm" || name == "bar") {
      Style inner = style;
      ++inner.depth;
      (name == "bar" ? inner.overlined : inner.upright) = true;
      item(inner);
      if (name == "bar") setter_.spoken(" bar");
    } else if (name == "sqrt") {
      put("√(", false, style);
      setter_.spoken("the root of ");
      item(deeper(style));
      put(")", false, style);
    } else if (name == "frac") {
      part_of_fraction(style);
      put("/", false, style);
      setter_.spoken(" over ");
      part_of_fraction(style);
    } else if (const Sign* sign = find_sign(name)) {
      put(sign->glyph, sign->italic, style);
      setter_.spoken(sign->spoken);
      if (formula_.substr(at_).starts_with(' ') && !operator_follows())
        ++at_;  // TeX's end of a command's name
    } else {
      put("\\" + std::string(name), false, style);
      setter_.spoken(name);
    }
  }

  std::string_view formula_;
  Setter& setter_;
  std::size_t at_ = 0;
};

class RunSetter : public Setter {
 public:
  void letters(std::string_view text, bool italic, int shift, bool overlined) override {
    if (!runs.empty()) {
      Run& last = runs.back();
      if (last.italic == italic && last.shift == shift && last.overlined == overlined) {
        last.text += text;
        return;
      }
    }
    runs.push_back({std::string(text), italic, overlined, shift});
  }
  void spoken(std::string_view) override {}
  std::vector<Run> runs;
};

class WordSetter : public Setter {
 public:
  void letters(std::string_view, bool, int, bool) override {}
  void spoken(std::string_view text) override { words += text; }
  std::string words;
};

std::string escaped(std::string_view text) {
  std::string html;
  for (const char sign : text) {
    if (sign == '<')
      html += "&lt;";
    else if (sign == '>')
      html += "&gt;";
    else if (sign == '&')
      html += "&amp;";
    else
      html += sign;
  }
  return html;
}

std::string single_spaced(std::string_view text) {
  std::string spaced;
  for (const char sign : text) {
    if (sign != ' ' || (!spaced.empty() && spaced.back() != ' ')) spaced += sign;
  }
  while (!spaced.empty() && spaced.back() == ' ') spaced.pop_back();
  return spaced;
}

std::string_view trimmed_sign(std::string_view sign) {
  while (sign.starts_with(' ')) sign.remove_prefix(1);
  while (sign.ends_with(' ')) sign.remove_suffix(1);
  return sign;
}

}  // namespace

std::vector<TexPiece> tex_pieces(std::string_view text) {
  const auto dollar = [&](std::size_t from) {
    std::size_t at = text.find('$', from);
    while (at != text.npos && at > from && text[at - 1] == '\\') at = text.find('$', at + 1);
    return at;
  };
  std::vector<TexPiece> pieces;
  while (!text.empty()) {
    const std::size_t open = text.find('$');
    const std::size_t close = open == text.npos ? text.npos : dollar(open + 1);
    if (close == text.npos) {
      pieces.push_back({text, false});
      break;
    }
    if (open > 0) pieces.push_back({text.substr(0, open), false});
    pieces.push_back({text.substr(open + 1, close - open - 1), true});
    text.remove_prefix(close + 1);
  }
  return pieces;
}

std::string_view tex_command(std::string_view sign) {
  const auto found =
      std::ranges::find(signs, sign, [](const Sign& each) { return trimmed_sign(each.glyph); });
  return found == signs.end() ? std::string_view() : found->command;
}

std::vector<Run> runs(std::string_view text) {
  RunSetter setter;
  for (const TexPiece& piece : tex_pieces(text)) {
    if (piece.formula)
      TexReader(piece.text, setter).read();
    else
      setter.letters(piece.text, false, 0, false);
  }
  return setter.runs;
}

std::string rich_text(std::string_view text) {
  std::string html;
  for (const Run& run : runs(text)) {
    std::string piece = escaped(run.text);
    if (run.italic) piece = "<i>" + piece + "</i>";
    if (run.overlined) piece = "<span style=\"text-decoration:overline\">" + piece + "</span>";
    if (run.shift < 0) piece = "<sub>" + piece + "</sub>";
    if (run.shift > 0) piece = "<sup>" + piece + "</sup>";
    html += piece;
  }
  return html;
}

std::string words(std::string_view text) {
  WordSetter setter;
  for (const TexPiece& piece : tex_pieces(text)) {
    if (piece.formula)
      TexReader(piece.text, setter).read();
    else
      setter.words += piece.text;
  }
  return single_spaced(setter.words);
}

std::string plain_text(std::string_view text) {
  std::string plain;
  for (const Run& run : runs(text)) {
    if (run.shift != 0) plain += run.shift < 0 ? "_" : "^";
    plain += run.text;
  }
  return plain;
}

std::string plain_words(const Text& text) { return plain_text(fill(text)); }

}  // namespace theta
