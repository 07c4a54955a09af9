// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// How the figure is looked at.
struct View {
  std::string panel;  ///< the panel that fills the figure; empty: all of them
  bool operator==(const View&) const = default;
};

/// What Save writes and an export carries.
struct State {
  std::string lab;
  Values values;
  View view;
  bool operator==(const State&) const = default;
};

/// A parameter's value as JSON: numbers, true or false, ids of options, lists, objects of rows; and back.
/// Reading throws InputError naming the parameter.
nlohmann::ordered_json value_json(const Field& field, const Value& value);
Value value_from_json(const Field& field, const nlohmann::ordered_json& json);

nlohmann::ordered_json values_json(const std::vector<Field>& fields, const Values& values);

/// Throws InputError with all that is wrong; `owner` says in it whose fields they are. A member that is
/// missing has its initial value; one that is unknown is refused.
Values values_from_json(const std::vector<Field>& fields, const nlohmann::ordered_json& json,
                        const std::string& owner);

/// {format, version, lab, parameters, view}
nlohmann::ordered_json state_json(const Lab& lab, const State& state);
std::string write_state(const Lab& lab, const State& state);

/// Reads what write_state wrote, or throws InputError with all that is wrong. A parameter that is missing has
/// its initial value; one that is unknown is refused.
State read_state(const std::vector<Lab>& labs, std::string_view text);

/// Whether a text is meant to be a state, so that a wrong one gets a state's error message.
bool looks_like_state(std::string_view text);

}  // namespace theta
