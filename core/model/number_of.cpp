// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/number_of.h"

#include <cmath>
#include <cstdint>

namespace theta {

bool is_number(const Field& field) {
  return std::holds_alternative<Real>(field.kind) || std::holds_alternative<Integer>(field.kind);
}

double number_of(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

Value number_value(const Field& field, double number) {
  if (std::holds_alternative<Integer>(field.kind)) return static_cast<std::int64_t>(std::llround(number));
  return number;
}

}  // namespace theta
