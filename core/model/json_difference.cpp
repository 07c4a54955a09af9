// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_difference.h"

#include "core/model/json_text.h"

#include <algorithm>

namespace theta {
namespace {

using Ordered = nlohmann::ordered_json;

std::string difference_at(const std::string& place, const Ordered& is, const Ordered& should);

std::string difference_of_members(const std::string& place, const Ordered& is, const Ordered& should) {
  for (const auto& [key, value] : should.items()) {
    const std::string member = place + "." + key;
    const auto found = is.find(key);
    if (found == is.end()) return member + " is missing";
    if (const std::string inside = difference_at(member, *found, value); !inside.empty()) return inside;
  }
  for (const auto& [key, value] : is.items())
    if (!should.contains(key)) return place + "." + key + " does not belong there";
  return {};
}

std::string difference_of_elements(const std::string& place, const Ordered& is, const Ordered& should) {
  for (std::size_t i = 0; i < std::min(is.size(), should.size()); ++i) {
    const std::string element = place + "[" + std::to_string(i) + "]";
    if (const std::string inside = difference_at(element, is[i], should[i]); !inside.empty()) return inside;
  }
  if (is.size() == should.size()) return {};
  return place + ": " + std::to_string(is.size()) + " elements instead of " + std::to_string(should.size());
}

std::string difference_at(const std::string& place, const Ordered& is, const Ordered& should) {
  if (is.is_object() && should.is_object()) return difference_of_members(place, is, should);
  if (is.is_array() && should.is_array()) return difference_of_elements(place, is, should);
  if (is == should) return {};
  return place + ": " + fill(quoted(is)) + " instead of " + fill(quoted(should));
}

}  // namespace

std::string json_difference(const Ordered& is, const Ordered& should) {
  return difference_at("$", is, should);
}

}  // namespace theta
