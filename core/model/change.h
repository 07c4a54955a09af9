// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"
#include "core/model/problem.h"

#include <optional>
#include <variant>
#include <vector>

namespace theta {

/// Checks one value against its field's kind and against the limits the other values set.
std::optional<Problem> check(const Field& field, const Value& value, const Values& all);

/// Checks all values of a lab; empty when they may be drawn.
std::vector<Problem> check(const std::vector<Field>& fields, const Values& values);

struct Changed {
  Values values;
  std::vector<std::size_t> carried;  ///< fields that moved with their limits though nobody named them
};

/// The values after the edits, taken together, or why they are refused. Numbers whose limits the edits moved
/// go along: one beyond its limits to the nearest allowed, one that fills its upper limit to the new one.
std::variant<Changed, std::vector<Problem>> change(const std::vector<Field>& fields, const Values& values,
                                                   const Edits& edits);

/// What is allowed, in words: "even numbers from 2 to 512", "one of none, linear, ntk".
Text allowed(const Field& field, const Values& all);

}  // namespace theta
