// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace theta {

/// In what one PDF differs from what it should be: its pages' number and size, fonts, title and description,
/// state, words, and else where in the drawing.
std::string pdf_difference(const std::string& is, const std::string& should);

}  // namespace theta
