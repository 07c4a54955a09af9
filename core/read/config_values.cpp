// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/config_values.h"

#include "core/math/largest_whole.h"
#include "core/model/json_text.h"

#include <cmath>
#include <utility>

namespace theta {
namespace {

constexpr std::size_t longest_list = 4096;

}  // namespace

ConfigValues::ConfigValues(const nlohmann::json& object, std::string where, std::string path)
    : json_(&object), where_(std::move(where)), path_(std::move(path)) {}

void ConfigValues::refuse(const std::string& key, Text given, Text allowed) const {
  throw InputError(Problem{where_ + ": " + path_ + key, std::move(given), std::move(allowed)});
}

const nlohmann::json* ConfigValues::find(Keys keys, std::string* key) const {
  for (const char* each : keys) {
    const auto member = json_->find(each);
    if (member == json_->end() || member->is_null()) continue;
    if (key) *key = each;
    return &*member;
  }
  return nullptr;
}

bool ConfigValues::has(Keys keys) const { return find(keys, nullptr) != nullptr; }

std::optional<Found<double>> ConfigValues::real(Keys keys) const {
  std::string key;
  const nlohmann::json* value = find(keys, &key);
  if (!value) return {};
  if (!value->is_number() || !std::isfinite(value->get<double>()))
    refuse(key, quoted(*value), say("a number"));
  return Found<double>{key, value->get<double>()};
}

std::optional<Found<double>> ConfigValues::positive(Keys keys) const {
  auto found = real(keys);
  if (found && !(found->value > 0)) refuse(found->key, say("{}", found->value), say("a positive number"));
  return found;
}

std::optional<Found<std::int64_t>> ConfigValues::whole(Keys keys) const {
  const auto found = real(keys);
  if (!found) return {};
  const double value = found->value;
  if (value != std::floor(value) || value < 1 || value > largest_whole)
    refuse(found->key, say("{}", value), say("a positive whole number"));
  return Found<std::int64_t>{found->key, static_cast<std::int64_t>(value)};
}

std::optional<Found<std::string>> ConfigValues::word(Keys keys) const {
  std::string key;
  const nlohmann::json* value = find(keys, &key);
  if (!value) return {};
  if (!value->is_string()) refuse(key, quoted(*value), say("a word"));
  return Found<std::string>{key, value->get<std::string>()};
}

std::optional<bool> ConfigValues::toggle(Keys keys) const {
  std::string key;
  const nlohmann::json* value = find(keys, &key);
  if (!value) return {};
  if (!value->is_boolean()) refuse(key, quoted(*value), say("true or false"));
  return value->get<bool>();
}

std::vector<double> ConfigValues::list(const char* key) const {
  const nlohmann::json* value = find({key}, nullptr);
  if (!value) return {};
  if (!value->is_array() || value->empty() || value->size() > longest_list)
    refuse(key, quoted(*value), say("a list of 1 to {} numbers", longest_list));
  std::vector<double> numbers;
  for (const nlohmann::json& each : *value) {
    if (!each.is_number() || !(each.get<double>() > 0) || !std::isfinite(each.get<double>()))
      refuse(key, quoted(each), say("a list of positive numbers"));
    numbers.push_back(each.get<double>());
  }
  return numbers;
}

std::optional<ConfigValues> ConfigValues::object(Keys keys) const {
  std::string key;
  const nlohmann::json* value = find(keys, &key);
  if (!value) return {};
  if (!value->is_object()) refuse(key, quoted(*value), say("an object, or null"));
  return ConfigValues(*value, where_, path_ + key + ".");
}

}  // namespace theta
