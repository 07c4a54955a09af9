// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace theta {

/// The two ends between which a number is varied, as fields of their own: each as the number itself, within
/// the limits it has while the other parameters have these values.
std::vector<Field> end_fields(const Field& varied, const Values& values);

/// Where a variation of so many values may begin and end: the whole range, but from where it stands, one by
/// one, with a whole number that has thousands of values, such as a position.
Limits proposed_range(const Field& varied, const Values& values, double now, std::int64_t steps);

/// Whether it makes sense to go in even factors from one end to the other: both are positive, and it is no
/// whole number that takes each of its values.
bool can_run_in_factors(const Field& varied, const Value& from, const Value& to, std::int64_t steps);

/// Whether a number runs in even factors from one end to the other: as its slider does, where it can.
bool runs_in_factors(const Field& varied, const Value& from, const Value& to, std::int64_t steps);

/// What follows `--vary`, as core/model/vary.h reads it: "base=100:10000:3:log".
std::string range_text(const Field& varied, const Value& from, const Value& to, std::int64_t steps,
                       bool in_factors);

/// The places of the numbers that can be varied while the parameters have these values.
std::vector<std::size_t> numbers_to_vary(const std::vector<Field>& fields, const Values& values);

}  // namespace theta
