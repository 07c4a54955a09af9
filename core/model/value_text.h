// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

#include <string>
#include <string_view>

namespace theta {

/// A value from text, as typed into a number box or after `--set id=`: numbers also as 1e-4, 2^12, pi/6;
/// options by id; lists with commas, in brackets or not; points as x,y; rows as JSON. Throws InputError
/// naming the field.
Value parse_value(const Field& field, std::string_view text);

/// The text `parse_value` reads back as the same value.
std::string value_text(const Field& field, const Value& value);

}  // namespace theta
