// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/nearest.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <numeric>

namespace theta {
namespace {

/// Letters to insert, drop or replace to get from one word to the other (Levenshtein).
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

std::string lower(std::string_view word) {
  std::string result(word);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// How far a name is from what was typed: a word cut short is as near as one with a letter wrong.
std::size_t distance(const std::string& mistyped, const std::string& name) {
  if (mistyped.size() >= 3 && name.starts_with(mistyped)) return 1;
  return edit_distance(mistyped, name);
}

}  // namespace

std::string nearest(std::string_view mistyped, const std::vector<std::string>& names) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, mistyped.size() / 3) + 1;
  for (const std::string& name : names) {
    const std::size_t letters = distance(lower(mistyped), lower(name));
    if (letters >= least) continue;
    least = letters;
    best = name;
  }
  return best;
}

Problem unknown_name(const std::string& kind, const std::string& given,
                     const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  const std::string near = nearest(given.substr(0, 100), names);
  if (near.empty()) return Problem{given, {}, say("there is no such {}; there are {}", kind, list)};
  return Problem{given, {}, say("there is no such {}; did you mean {}? There are {}", kind, near, list)};
}

}  // namespace theta
