// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/value_text.h"

#include "core/math/constant_expression.h"
#include "core/math/largest_whole.h"
#include "core/model/change.h"
#include "core/model/length.h"
#include "core/model/number.h"
#include "core/model/overloaded.h"
#include "core/model/state.h"
#include "core/model/typed_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace theta {
namespace {

/// Reads one kind of value; what does not read is refused in the field's name.
class Parser {
 public:
  Parser(const Field& field, std::string_view text) : field_(field), text_(trimmed(text)) {}

  Value operator()(const Real& kind) const { return kind.unit == "mm" ? millimetres() : number(text_); }

  Value operator()(const Integer&) const {
    const double value = number(text_);
    if (value != std::floor(value) || std::abs(value) > largest_whole) refuse();
    return static_cast<std::int64_t>(value);
  }

  Value operator()(const Toggle&) const {
    if (text_ == "true" || text_ == "on" || text_ == "yes" || text_ == "1") return true;
    if (text_ == "false" || text_ == "off" || text_ == "no" || text_ == "0") return false;
    refuse();
  }

  Value operator()(const Choice& kind) const { return Option{option(kind.options, text_)}; }

  Value operator()(const Choices& kind) const {
    Options chosen;
    for (const std::string_view id : list()) chosen.indices.push_back(option(kind.options, unquoted(id)));
    std::ranges::sort(chosen.indices);
    const auto repeated = std::ranges::unique(chosen.indices);
    chosen.indices.erase(repeated.begin(), repeated.end());
    return chosen;
  }

  Value operator()(const Reals& kind) const {
    std::vector<double> numbers;
    for (const std::string_view part : list()) {
      if (numbers.size() > kind.most) refuse();
      numbers.push_back(number(part));
    }
    return numbers;
  }

  Value operator()(const Plane&) const {
    const std::vector<std::string_view> parts = list();
    if (parts.size() != 2) refuse();
    return Point{number(parts[0]), number(parts[1])};
  }

  Value operator()(const SeedNumber&) const {
    Seed seed;
    const auto end = text_.data() + text_.size();
    const auto [stopped, error] = std::from_chars(text_.data(), end, seed.number);
    if (error != std::errc() || stopped != end) refuse();
    return seed;
  }

  Value operator()(const FormulaText&) const { return Formula{std::string(text_)}; }

  Value operator()(const Records&) const {
    bool too_deep = false;  // rows hold no rows: 3 levels are the most that can be meant
    const auto watch = [&](int depth, nlohmann::ordered_json::parse_event_t, nlohmann::ordered_json&) {
      too_deep = too_deep || depth > 8;
      return !too_deep;
    };
    const auto json = nlohmann::ordered_json::parse(text_, watch, false);
    if (too_deep || json.is_discarded()) refuse();
    return value_from_json(field_, json);
  }

 private:
  [[noreturn]] void refuse() const {
    const bool is_list = std::holds_alternative<Reals>(field_.kind);
    const Text what = allowed(field_, {});
    throw InputError(
        Problem{field_.name.id, as_typed(text_), is_list ? say("{}, with commas between them", what) : what});
  }

  /// The items of a list, which may stand in brackets as in JSON.
  std::vector<std::string_view> list() const { return parts_of(within(text_, '[', ']'), ','); }

  static std::string_view unquoted(std::string_view id) { return within(id, '"', '"'); }

  static std::string_view within(std::string_view text, char opening, char closing) {
    const bool enclosed = text.size() >= 2 && text.front() == opening && text.back() == closing;
    return enclosed ? text.substr(1, text.size() - 2) : text;
  }

  /// A length, in millimetres where it names no other unit; to a nanometre, so that 3.5in is 88.9 mm.
  double millimetres() const {
    for (const LengthUnit& unit : length_units) {
      if (text_.ends_with(unit.name))
        return std::round(number(trimmed(text_.substr(0, text_.size() - unit.name.size()))) *
                          unit.millimetres * 1e6) /
               1e6;
    }
    return number(text_);
  }

  double number(std::string_view text) const {
    const std::optional<double> value = constant_value(text);
    if (!value) refuse();
    return *value;
  }

  std::size_t option(const std::vector<OptionName>& options, std::string_view id) const {
    const auto found =
        std::ranges::find(options, id, [](const OptionName& each) { return std::string_view(each.id); });
    if (found == options.end()) refuse();
    return static_cast<std::size_t>(found - options.begin());
  }

  const Field& field_;
  std::string_view text_;
};

}  // namespace

Value parse_value(const Field& field, std::string_view text) {
  Field kind_only = field;  // a message about text that does not read gives the kind's own limits
  kind_only.limits = {};
  return std::visit(Parser(kind_only, text), field.kind);
}

std::string value_text(const Field& field, const Value& value) {
  const auto* options = options_of(field.kind);
  return std::visit(Overloaded{[](double number) { return exact(number); },
                               [](std::int64_t number) { return std::to_string(number); },
                               [](bool on) { return std::string(on ? "true" : "false"); },
                               [&](Option option) { return options->at(option.index).id; },
                               [&](const Options& chosen) {
                                 std::string list;
                                 for (const std::size_t index : chosen.indices)
                                   list += (list.empty() ? "" : ",") + options->at(index).id;
                                 return list;
                               },
                               [](const std::vector<double>& numbers) {
                                 std::string list;
                                 for (const double number : numbers)
                                   list += (list.empty() ? "" : ",") + exact(number);
                                 return list;
                               },
                               [](Point point) { return exact(point.x) + "," + exact(point.y); },
                               [](Seed seed) { return std::to_string(seed.number); },
                               [](const Formula& formula) { return formula.text; },
                               [&](const std::vector<Row>&) {
                                 return value_json(field, value)
                                     .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
                               }},
                    value);
}

}  // namespace theta
