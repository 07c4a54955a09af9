// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "core/write/figure_pgfplots.h"

#include <string>
#include <vector>

// Words as LaTeX sets them: how wide they come out, and where their lines end.

namespace theta {

struct PgfType {
  double size = 3;  ///< in millimetres
  bool serif = false;
  bool bold = false;
};

PgfType type_of(const PgfStyle& style);

/// How wide a text comes out, by the widths of Helvetica's letters or Computer Modern's; about so in a
/// document that has other fonts.
double set_width(const Text& text, const PgfType& type);

/// Texts one after the other, in lines no wider than the width where a space lies within.
std::vector<Text> broken(const std::vector<Text>& texts, double width, const PgfType& type);

/// As many of a text's words as the width has room for, with dots where some are left out.
Text shortened(const Text& text, double width, const PgfType& type);

/// One line as it is; of several a box as wide as that, which stands on the last. `set`: the command that
/// says how they stand in it, such as \raggedright.
std::string stacked(const std::vector<Text>& lines, double width, const std::string& set);

}  // namespace theta
