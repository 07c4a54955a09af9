// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameter_named.h"

#include "core/model/nearest.h"
#include "core/model/problem.h"

#include <algorithm>
#include <optional>
#include <string>

namespace theta {
namespace {

/// A symbol as it is typed: without what only TeX needs.
std::string typed(const std::string& symbol) {
  std::string letters = symbol;
  std::erase_if(letters, [](char c) { return c == '\\' || c == '{' || c == '}'; });
  return letters;
}

}  // namespace

std::size_t parameter_named(const std::vector<Field>& fields, std::string_view name) {
  if (const std::optional<std::size_t> place = find_field(fields, name)) return *place;
  const auto has_symbol = [&](const Field& field) {
    return !name.empty() && typed(field.name.symbol) == name;
  };
  if (std::ranges::count_if(fields, has_symbol) == 1)
    return static_cast<std::size_t>(std::ranges::find_if(fields, has_symbol) - fields.begin());
  throw InputError(
      unknown_name("parameter", std::string(name), fields, [](const Field& field) { return field.name.id; }));
}

}  // namespace theta
