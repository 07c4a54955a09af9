// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vary_range.h"

#include "core/model/number_of.h"
#include "core/model/value_text.h"
#include "ui/parameters/track.h"

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

/// Without the number's rules: they ask for the values of all the lab's parameters.
Field end_field(const Field& varied, Limits limits, const char* id, const char* label) {
  return {.name = {.id = id, .label = label, .help = varied.name.help},
          .kind = varied.kind,
          .initial = varied.initial,
          .limits = [limits](const Values&) { return limits; }};
}

}  // namespace

std::vector<Field> end_fields(const Field& varied, const Values& values) {
  const Limits limits = limits_of(varied, values);
  std::vector<Field> ends = {end_field(varied, limits, "from", "From"),
                             end_field(varied, limits, "to", "To")};
  ends.front().name.group = "Range";
  return ends;
}

Limits proposed_range(const Field& varied, const Values& values, double now, std::int64_t steps) {
  constexpr double most_values = 1000;
  const Limits limits = limits_of(varied, values);
  if (!std::holds_alternative<Integer>(varied.kind) || limits.high - limits.low < most_values) return limits;
  const double reach = static_cast<double>(steps - 1);
  const double high = std::min(limits.high, now + reach);
  return {high - reach, high};
}

bool can_run_in_factors(const Field& varied, const Value& from, const Value& to, std::int64_t steps) {
  const double first = number_of(from), last = number_of(to);
  const bool one_by_one =
      std::holds_alternative<Integer>(varied.kind) && std::abs(last - first) < static_cast<double>(steps);
  return first > 0 && last > 0 && !one_by_one;
}

bool runs_in_factors(const Field& varied, const Value& from, const Value& to, std::int64_t steps) {
  return track_of(varied, {}).scale == Scale::log && can_run_in_factors(varied, from, to, steps);
}

std::string range_text(const Field& varied, const Value& from, const Value& to, std::int64_t steps,
                       bool in_factors) {
  return varied.name.id + "=" + value_text(varied, from) + ":" + value_text(varied, to) + ":" +
         std::to_string(steps) + (in_factors ? ":log" : "");
}

std::vector<std::size_t> numbers_to_vary(const std::vector<Field>& fields, const Values& values) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (is_number(fields[i]) && applies(fields[i], values)) numbers.push_back(i);
  return numbers;
}

}  // namespace theta
