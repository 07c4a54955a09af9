// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <string>
#include <string_view>

namespace theta {

/// A text with its formulas between dollars as LaTeX: formulas stay as they are, what else means something to
/// LaTeX is escaped, and the signs of mathematics and typography, in words and in formulas, become
/// commands, so that pdflatex sets them with no package: 10⁻⁷ → 10$^{-7}$, − → $-$, θ → $\theta$, “ → ``.
/// A sign that is in no table stands as it is, which lualatex and xelatex set where their font has it.
std::string latex(std::string_view text);

/// The same of a message in English, its arguments filled in.
std::string latex(const Text& text);

}  // namespace theta
