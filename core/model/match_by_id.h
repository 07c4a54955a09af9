// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace theta {

/// The things of several lists that have the same id, in the order in which the ids first appear: each as one
/// pointer a list, null where that list has none. They point into the lists.
template <class Thing, class IdOf>
std::vector<std::vector<const Thing*>> match_by_id(const std::vector<std::span<const Thing>>& lists,
                                                   IdOf id_of) {
  std::vector<std::vector<const Thing*>> matched;
  std::map<std::string, std::size_t> places;
  for (std::size_t list = 0; list < lists.size(); ++list) {
    for (const Thing& thing : lists[list]) {
      const auto [place, is_new] = places.try_emplace(id_of(thing), matched.size());
      if (is_new) matched.emplace_back(lists.size());
      matched[place->second][list] = &thing;
    }
  }
  return matched;
}

}  // namespace theta
