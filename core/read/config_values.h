// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace theta {

/// A value and the key it stood under.
template <class T>
struct Found {
  std::string key;
  T value;
};

/// The members of one object of a model's config.json. Each fact may stand under several keys: the first
/// there is counts, and null stands for none. A value of a wrong type or size throws InputError naming file
/// and key.
class ConfigValues {
 public:
  /// `path` names the object in messages: "rope_scaling."
  ConfigValues(const nlohmann::json& object, std::string where, std::string path = {});

  using Keys = std::initializer_list<const char*>;
  std::optional<Found<std::int64_t>> whole(Keys keys) const;  ///< positive
  std::optional<Found<double>> real(Keys keys) const;         ///< finite
  std::optional<Found<double>> positive(Keys keys) const;
  std::optional<Found<std::string>> word(Keys keys) const;
  std::optional<bool> toggle(Keys keys) const;
  std::vector<double> list(const char* key) const;  ///< of positive numbers; empty where there is none
  std::optional<ConfigValues> object(Keys keys) const;
  bool has(Keys keys) const;

  const nlohmann::json& json() const { return *json_; }
  [[noreturn]] void refuse(const std::string& key, Text given, Text allowed) const;

 private:
  const nlohmann::json* find(Keys keys, std::string* key) const;

  const nlohmann::json* json_;
  std::string where_, path_;
};

}  // namespace theta
