// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// The name fewest letters away from a mistyped one; empty where none comes close.
std::string nearest(std::string_view mistyped, const std::vector<std::string>& names);

/// A name that is not among those there are: says which one is near it and which there are.
Problem unknown_name(const std::string& kind, const std::string& given,
                     const std::vector<std::string>& names);

/// The same of things whose names `id_of` gives.
Problem unknown_name(const std::string& kind, const std::string& given, const auto& things, auto&& id_of) {
  std::vector<std::string> names;
  for (const auto& thing : things) names.push_back(id_of(thing));
  return unknown_name(kind, given, names);
}

}  // namespace theta
