// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/value_label.h"

#include "core/model/fraction_of_pi.h"
#include "core/model/listed.h"
#include "core/model/number.h"
#include "core/model/number_of.h"
#include "core/model/overloaded.h"
#include "core/model/value_text.h"

#include <algorithm>
#include <set>
#include <string>

namespace theta {
namespace {

/// How many digits the numbers among the values are written with.
int digits_of(const Field& field, const std::vector<Value>& values) {
  if (!is_number(field)) return 6;
  const auto exact_with_six = [](const Value& value) {
    return readable_in_full(number_of(value)) == readable(number_of(value), 6);
  };
  const auto told_apart = [&](int digits) {
    std::set<std::string> written;
    return std::ranges::all_of(values, [&](const Value& value) {
      return written.insert(readable(number_of(value), digits)).second;
    });
  };
  int digits = std::ranges::all_of(values, exact_with_six) ? 6 : 4;
  while (digits < 17 && !told_apart(digits)) ++digits;
  return digits;
}

/// Writes one kind of value as a reader expects it.
class ValueWriter {
 public:
  ValueWriter(const Field& field, const Value& value, int digits, bool has_unit)
      : field_(field), value_(value), digits_(digits), has_unit_(has_unit) {}

  Text operator()(const Real& kind) const {
    const double number = std::get<double>(value_);
    const auto fraction = kind.angle ? fraction_of_pi(number) : std::nullopt;
    return with_unit(fraction ? *fraction : readable(number, digits_), kind.unit);
  }
  Text operator()(const Integer& kind) const {
    return with_unit(readable(number_of(value_), digits_), kind.unit);
  }
  Text operator()(const Toggle&) const { return std::get<bool>(value_) ? "on" : "off"; }
  Text operator()(const Choice& kind) const { return kind.options.at(std::get<Option>(value_).index).label; }
  Text operator()(const Choices& kind) const {
    std::vector<Text> chosen;
    for (const std::size_t index : std::get<Options>(value_).indices)
      chosen.push_back(kind.options.at(index).label);
    return chosen.empty() ? Text("none") : listed(chosen, chosen.size());
  }
  Text operator()(const Reals&) const {
    std::vector<Text> numbers;
    for (const double number : std::get<std::vector<double>>(value_)) numbers.push_back(say("{}", number));
    return numbers.empty() ? Text("none") : listed(numbers, numbers.size());
  }
  Text operator()(const Plane&) const {
    const Point point = std::get<Point>(value_);
    return say("({}, {})", point.x, point.y);
  }
  Text operator()(const SeedNumber&) const { return as_text(); }
  Text operator()(const FormulaText&) const { return as_text(); }
  Text operator()(const Records&) const { return as_text(); }

 private:
  Text with_unit(std::string number, const std::string& unit) const {
    return verbatim(unit.empty() || !has_unit_ ? std::move(number) : number + "\u2009" + unit);
  }
  Text as_text() const { return verbatim(value_text(field_, value_)); }

  const Field& field_;
  const Value& value_;
  int digits_;
  bool has_unit_;
};

}  // namespace

std::vector<ValueLabel> value_labels(const Field& field, const std::vector<Value>& values) {
  const int digits = digits_of(field, values);
  const Name& name = field.name;
  std::vector<ValueLabel> labels;
  for (const Value& value : values) {
    Text words = std::visit(ValueWriter(field, value, digits, true), field.kind);
    Text full = name.symbol.empty() ? say("{}: {}", name.label, words) : say("${}$ = {}", name.symbol, words);
    labels.push_back({std::move(full), std::move(words),
                      std::visit(ValueWriter(field, value, digits, false), field.kind)});
  }
  return labels;
}

}  // namespace theta
