// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

// What the readers of texts with formulas share.

namespace theta {

/// A stretch of a text: words, or the TeX between two dollars.
struct TexPiece {
  std::string_view text;
  bool formula = false;
};

/// The pieces of a text in their order. A dollar without its partner is a dollar.
std::vector<TexPiece> tex_pieces(std::string_view text);

/// The command of the TeX subset whose sign this is, without its backslash; empty where there is none.
std::string_view tex_command(std::string_view sign);

}  // namespace theta
