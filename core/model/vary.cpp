// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vary.h"

#include "core/math/constant_expression.h"
#include "core/model/change.h"
#include "core/model/counted.h"
#include "core/model/number.h"
#include "core/model/number_of.h"
#include "core/model/overloaded.h"
#include "core/model/parameter_named.h"
#include "core/model/problem.h"
#include "core/model/typed_text.h"
#include "core/model/value_label.h"
#include "core/model/value_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace theta {
namespace {

constexpr std::size_t most_steps = 500;

/// What stands between the values of a list: no sign that a value of the kind may hold.
char separator_of(const Kind& kind) {
  return std::visit(Overloaded{[](const Real&) { return ','; }, [](const Integer&) { return ','; },
                               [](const Toggle&) { return ','; }, [](const Choice&) { return ','; },
                               [](const SeedNumber&) { return ','; }, [](const Choices&) { return ';'; },
                               [](const Reals&) { return ';'; }, [](const Plane&) { return ';'; },
                               [](const FormulaText&) { return ';'; }, [](const Records&) { return ';'; }},
                    kind);
}

/// Reads the values of one parameter; what does not read is refused in its name.
class VariationReader {
 public:
  VariationReader(const Field& field, std::string_view text) : field_(field), text_(trimmed(text)) {}

  std::vector<Value> values() const {
    const bool is_range = is_number(field_) && text_.find(':') != text_.npos;
    return is_range ? range() : list();
  }

 private:
  [[noreturn]] void refuse(Text what) const {
    throw InputError(Problem{field_.name.id, as_typed(text_), std::move(what)});
  }

  Value value(std::string_view text) const {
    Value value = parse_value(field_, text);
    if (auto problem = check(field_, value, {})) throw InputError(std::move(*problem));
    return value;
  }

  std::vector<Value> list() const {
    const std::vector<std::string_view> parts = parts_of(text_, separator_of(field_.kind));
    if (parts.empty() || parts.size() > most_steps)
      throw InputError(Problem{field_.name.id, a_list_of(counted(parts.size(), "{} value", "{} values")),
                               say("1 to {} values", most_steps)});
    std::vector<Value> values;
    for (const std::string_view part : parts) values.push_back(value(part));
    return values;
  }

  std::vector<Value> range() const {
    const std::vector<std::string_view> parts = parts_of(text_, ':');
    const bool in_factors = parts.size() == 4 && parts[3] == "log";
    if (parts.size() != 3 && !in_factors) refuse(say("from:to:count, or from:to:count:log for even factors"));
    const double from = number_of(value(parts[0])), to = number_of(value(parts[1]));
    if (in_factors && !(from > 0 && to > 0)) refuse(say("two positive ends for even factors"));
    const std::size_t count = count_of(parts[2]);
    std::vector<Value> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(step(from, to, i, count, in_factors));
    return values;
  }

  std::size_t count_of(std::string_view text) const {
    const std::optional<double> count = constant_value(text);
    if (!count || *count != std::floor(*count) || *count < 1 || *count > most_steps)
      throw InputError(Problem{field_.name.id, as_typed(text), say("1 to {} values", most_steps)});
    return static_cast<std::size_t>(*count);
  }

  Value step(double from, double to, std::size_t i, std::size_t count, bool in_factors) const {
    const Limits ends{std::min(from, to), std::max(from, to)};
    const double number = std::clamp(between(from, to, i, count, in_factors), ends.low, ends.high);
    if (const auto* kind = std::get_if<Integer>(&field_.kind)) return nearest_allowed(*kind, number, ends);
    return number;
  }

  /// The ends exactly; between them twelve digits, so that steps are what a person would write: 0.3, not
  /// 0.30000000000000004.
  static double between(double from, double to, std::size_t i, std::size_t count, bool in_factors) {
    if (i == 0) return from;
    if (i == count - 1) return to;
    const double share = static_cast<double>(i) / static_cast<double>(count - 1);
    const double number = in_factors ? std::pow(10, std::lerp(std::log10(from), std::log10(to), share))
                                     : std::lerp(from, to, share);
    return rounded_to_digits(number, 12);
  }

  const Field& field_;
  std::string_view text_;
};

/// Rounding makes neighbours equal.
std::vector<Value> without_repetition(std::vector<Value> all) {
  std::vector<Value> values;
  for (Value& value : all)
    if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
  return values;
}

}  // namespace

Text words_on_repeated(const Variation& variation) {
  const std::size_t different = variation.steps.size();
  if (variation.repeated == 0) return {};
  return say("{} instead of {}: no more of them differ.", counted(different, "{} value", "{} values"),
             different + variation.repeated);
}

Variation parse_variation(const std::vector<Field>& fields, std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos)
    throw InputError(Problem{"vary", as_typed(text), say("id=1,2,3 or id=from:to:count")});
  const std::string id(trimmed(text.substr(0, std::min<std::size_t>(equals, 200))));
  const std::size_t place = parameter_named(fields, id);
  const Field& field = fields[place];
  std::vector<Value> asked = VariationReader(field, text.substr(equals + 1)).values();
  const std::size_t count = asked.size();
  std::vector<Value> values = without_repetition(std::move(asked));
  std::vector<ValueLabel> labels = value_labels(field, values);
  Variation variation{.field = place, .steps = {}, .repeated = count - values.size()};
  for (std::size_t i = 0; i < values.size(); ++i)
    variation.steps.push_back({std::move(values[i]), std::move(labels[i].label), std::move(labels[i].words),
                               std::move(labels[i].number)});
  return variation;
}

std::vector<Values> values_along(const std::vector<Field>& fields, const Values& values,
                                 const Variation& variation) {
  std::vector<Values> all;
  for (const Variation::Step& step : variation.steps) {
    auto outcome = change(fields, values, {{variation.field, step.value}});
    if (const auto* problems = std::get_if<std::vector<Problem>>(&outcome)) throw InputError(*problems);
    all.push_back(std::get<Changed>(std::move(outcome)).values);
  }
  return all;
}

}  // namespace theta
