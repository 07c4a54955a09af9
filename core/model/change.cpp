// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"

#include "core/model/counted.h"
#include "core/model/number.h"
#include "core/model/overloaded.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace theta {
namespace {

/// All digits, so that 0.9999999 is not refused as "1 was given; allowed: from 1 to 2".
Text in_full(double number) { return verbatim(readable_in_full(number)); }

Text interval(Limits limits) { return say("from {} to {}", in_full(limits.low), in_full(limits.high)); }

Text names(const std::vector<OptionName>& options) {
  std::string list;
  for (const OptionName& option : options) list += (list.empty() ? "" : ", ") + option.id;
  return verbatim(list);
}

/// What is wrong with a value, without its field's name: what was given.
using Fault = std::optional<Text>;

/// False for NaN too, so NaN is refused.
bool inside(double number, Limits limits) { return number >= limits.low && number <= limits.high; }

Fault fault(const Real&, double number, Limits limits) {
  if (inside(number, limits)) return {};
  return in_full(number);
}

Fault fault(const Integer& kind, std::int64_t number, Limits limits) {
  constexpr std::int64_t largest = std::int64_t{1} << 53;  // beyond, limits and numbers are no longer exact
  const bool exact = number >= -largest && number <= largest;
  if (exact && inside(static_cast<double>(number), limits) && number % kind.multiple == 0) return {};
  return verbatim(std::to_string(number));
}

Fault fault(const Toggle&, bool, Limits) { return {}; }

Fault fault(const Choice& kind, Option option, Limits) {
  if (option.index < kind.options.size()) return {};
  return say("option {}", option.index);
}

Fault fault(const Choices& kind, const Options& options, Limits) {
  if (!std::ranges::is_sorted(options.indices, std::ranges::less_equal()))
    return say("a list that is not in order");
  if (!options.indices.empty() && options.indices.back() >= kind.options.size())
    return say("option {}", options.indices.back());
  if (options.indices.size() < kind.least) return say("a choice of {}", options.indices.size());
  return {};
}

Fault fault(const Reals& kind, const std::vector<double>& numbers, Limits limits) {
  for (const double number : numbers) {
    if (!inside(number, limits)) return in_full(number);
  }
  if (numbers.size() < kind.least || numbers.size() > kind.most)
    return a_list_of(counted(numbers.size(), "{} number", "{} numbers"));
  const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
  if (kind.sums_to_one && !(std::abs(sum - 1) <= 1e-5)) return say("a sum of {}", in_full(sum));
  return {};
}

Fault fault(const Plane&, Point point, Limits limits) {
  if (inside(point.x, limits) && inside(point.y, limits)) return {};
  return say("{}, {}", in_full(point.x), in_full(point.y));
}

Fault fault(const SeedNumber&, Seed, Limits) { return {}; }

Fault fault(const FormulaText& kind, const Formula& formula, Limits) {
  if (!kind.check) return {};
  const std::optional<FormulaError> error = kind.check(formula.text);
  if (!error) return {};
  return say("“{}”, character {}: {}", formula.text, error->position + 1, error->what);
}

Fault fault(const Records& kind, const std::vector<Row>& rows, Limits) {
  if (rows.size() >= kind.least && rows.size() <= kind.most) return {};
  return a_list_of(counted(rows.size(), "{} row", "{} rows"));
}

/// What is wrong within one of the rows.
std::optional<Problem> problem_in_rows(const Field& field, const Value& value) {
  const auto* kind = std::get_if<Records>(&field.kind);
  const auto* rows = std::get_if<std::vector<Row>>(&value);
  if (!kind || !rows) return {};
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const std::vector<Problem> problems = check(kind->fields, (*rows)[i].cells);
    if (problems.empty()) continue;
    Problem problem = problems.front();
    problem.where = field.name.id + ", row " + std::to_string(i + 1) + ", " + problem.where;
    return problem;
  }
  return {};
}

/// A value whose alternative is not the one its kind calls for is a fault too.
template <class KindOfField, class Alternative>
Fault fault(const KindOfField&, const Alternative&, Limits) {
  return say("a value of another kind");
}

/// Moves a number into its limits, or up with the limit it filled; false where it stays.
bool carry(const Field& field, Limits before, Limits after, Value& value) {
  if (before == after) return false;
  const auto carried = [&](double number) {
    if (field.fills && number == before.high) return after.high;
    return std::clamp(number, after.low, std::max(after.low, after.high));
  };
  const Value old = value;
  if (auto* real = std::get_if<double>(&value)) *real = carried(*real);
  if (auto* whole = std::get_if<std::int64_t>(&value)) {
    const auto* kind = std::get_if<Integer>(&field.kind);
    if (kind) *whole = nearest_allowed(*kind, carried(static_cast<double>(*whole)), after);
  }
  return !(old == value);
}

/// Moves a usual number along with what is usual; false where it stays.
bool follow_usual(const Field& field, const Values& before, const Values& after, Value& value) {
  auto* number = std::get_if<double>(&value);
  if (!field.usual || !number || *number != field.usual(before)) return false;
  return std::exchange(*number, field.usual(after)) != *number;
}

/// What is wrong with the values whose limits do not depend on others: only when nothing is, others' limits
/// can be asked for.
std::vector<Problem> check_alone(const std::vector<Field>& fields, const Values& values) {
  if (values.size() != fields.size())
    return {Problem{"parameters", a_list_of(counted(values.size(), "{} value", "{} values")),
                    say("{}", fields.size())}};
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (values[i].index() != fields[i].initial.index())
      return {Problem{fields[i].name.id, say("a value of another kind"), say("{}", kind_id(fields[i].kind))}};
    if (fields[i].limits) continue;
    if (auto problem = check(fields[i], values[i], values)) problems.push_back(std::move(*problem));
  }
  return problems;
}

}  // namespace

Text allowed(const Field& field, const Values& all) {
  const Limits limits = limits_of(field, all);
  return std::visit(Overloaded{[&](const Real&) { return interval(limits); },
                               [&](const Integer& kind) {
                                 if (kind.multiple == 1) return say("whole numbers {}", interval(limits));
                                 if (kind.multiple == 2) return say("even numbers {}", interval(limits));
                                 return say("multiples of {} {}", kind.multiple, interval(limits));
                               },
                               [](const Toggle&) { return say("true or false"); },
                               [](const Choice& kind) { return say("one of {}", names(kind.options)); },
                               [](const Choices& kind) {
                                 if (kind.least == 0) return say("any of {}", names(kind.options));
                                 return say("at least {} of {}", kind.least, names(kind.options));
                               },
                               [&](const Reals& kind) {
                                 if (kind.sums_to_one)
                                   return say("{} to {} {} that sum to 1", kind.least,
                                              counted(kind.most, "{} number", "{} numbers"),
                                              interval(limits));
                                 return say("{} to {} {}", kind.least,
                                            counted(kind.most, "{} number", "{} numbers"), interval(limits));
                               },
                               [&](const Plane&) { return say("two numbers x,y {}", interval(limits)); },
                               [](const SeedNumber&) { return say("whole numbers from 0 to 2⁶⁴ − 1"); },
                               [](const FormulaText&) { return say("a formula in x"); },
                               [](const Records& kind) {
                                 return say("{} to {}", kind.least, counted(kind.most, "{} row", "{} rows"));
                               }},
                    field.kind);
}

std::optional<Problem> check(const Field& field, const Value& value, const Values& all) {
  const Limits limits = limits_of(field, all);
  const Fault given =
      std::visit([&](const auto& kind, const auto& alternative) { return fault(kind, alternative, limits); },
                 field.kind, value);
  if (!given) return problem_in_rows(field, value);
  return Problem{field.name.id, *given, allowed(field, all)};
}

std::vector<Problem> check(const std::vector<Field>& fields, const Values& values) {
  std::vector<Problem> problems = check_alone(fields, values);
  if (!problems.empty()) return problems;
  for (std::size_t i = 0; i < fields.size();
       ++i) {  // the first only: limits that follow may come of its value
    if (!fields[i].limits) continue;
    if (auto problem = check(fields[i], values[i], values)) return {std::move(*problem)};
  }
  return {};
}

std::variant<Changed, std::vector<Problem>> change(const std::vector<Field>& fields, const Values& values,
                                                   const Edits& edits) {
  Changed changed{.values = values, .carried = {}};
  std::set<std::size_t> named;
  if (values.size() != fields.size()) return check(fields, values);
  for (const Edit& edit : edits) {
    if (edit.field >= fields.size())
      return std::vector{
          Problem{"parameters", say("number {}", edit.field), say("{} of them", fields.size())}};
    named.insert(edit.field);
    if (edit.value.index() != fields.at(edit.field).initial.index()) {
      const Field& field = fields[edit.field];
      return std::vector{Problem{field.name.id, say("a value of another kind"), allowed(field, values)}};
    }
    changed.values[edit.field] = edit.value;
  }
  if (auto problems = check_alone(fields, changed.values); !problems.empty()) return problems;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (named.contains(i)) continue;
    if (follow_usual(fields[i], values, changed.values, changed.values[i])) changed.carried.push_back(i);
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {  // in order: a limit may depend on a carried value
    if (!fields[i].limits || fields[i].stays || named.contains(i)) continue;
    if (carry(fields[i], limits_of(fields[i], values), limits_of(fields[i], changed.values),
              changed.values[i]))
      changed.carried.push_back(i);
  }
  std::vector<Problem> problems;
  for (const std::size_t i : named) {  // first: what others make of it would not say what is wrong
    if (auto problem = check(fields[i], changed.values[i], changed.values))
      problems.push_back(std::move(*problem));
  }
  if (problems.empty()) problems = check(fields, changed.values);
  if (!problems.empty()) return problems;
  return changed;
}

}  // namespace theta
