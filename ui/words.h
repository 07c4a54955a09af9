// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <QString>

#include <string>

// A Text as Qt shows it, in the reader's language as QCoreApplication's translators have it.

namespace theta {

/// In the reader's language; formulas still stand between dollars.
std::string translated(const Text& text);

/// For a label: rich text with its formulas set.
QString rich(const Text& text);

/// For a menu, a tooltip or a title: no markup.
QString plain(const Text& text);

/// For a screen reader: formulas in words.
QString spoken(const Text& text);

/// A symbol, TeX without dollars, as rich text.
QString rich_symbol(const std::string& tex);

/// "Query position, m": what a screen reader says of a parameter.
QString spoken_name(const Text& label, const std::string& symbol);

}  // namespace theta
