// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

namespace theta {

/// Whether a slider and a player can move it: a Real or an Integer.
bool is_number(const Field& field);

/// The number a Real's or an Integer's value holds.
double number_of(const Value& value);

/// The value of a Real or an Integer that holds this number, rounded where it has to be whole.
Value number_value(const Field& field, double number);

}  // namespace theta
