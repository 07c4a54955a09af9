// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// A stretch of text set the same way. The TeX subset between dollars is: letters (italic), digits, `_` and
/// `^` with one sign or a braced group, `\mathrm{…}`, `\bar{…}`, `\sqrt{…}`, `\frac{…}{…}` (as a/b), Greek
/// letters and the operators of the table in tex.cpp. An unknown command is written as it stands.
struct Run {
  std::string text;
  bool italic = false;
  bool overlined = false;
  int shift = 0;  ///< 0 on the line, 1 superscript, −1 subscript

  bool operator==(const Run&) const = default;
};

std::vector<Run> runs(std::string_view text);

/// For Qt's rich text: <i>θ</i><sub><i>i</i></sub>.
std::string rich_text(std::string_view text);

/// For a screen reader: "theta sub i".
std::string words(std::string_view text);

/// For a place that takes no markup (a file's title, a menu): θ_i.
std::string plain_text(std::string_view text);

/// The same of a message in English, its arguments filled in.
std::string plain_words(const Text& text);

}  // namespace theta
