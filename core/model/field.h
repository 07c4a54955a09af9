// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "core/model/value.h"

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace theta {

enum class Scale { linear, log };

/// Closed limits; both ends are allowed.
struct Limits {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool operator==(const Limits&) const = default;
};

struct OptionName {
  std::string id;
  Text label;
};

// The kinds of parameter. A value's alternative in `Value` follows from its field's kind.

struct Real {
  double low = 0;
  double high = 1;
  Scale scale = Scale::linear;
  std::string unit = {};
  bool angle = false;  ///< in radians, shown in multiples of π
};

struct Integer {
  double low = 0;  ///< whole numbers, at most 2⁵³ in size
  double high = 1;
  Scale scale = Scale::linear;
  int multiple = 1;  ///< only multiples of this are allowed: 2 for even numbers
  std::string unit = {};
};

struct Toggle {};

struct Choice {
  std::vector<OptionName> options = {};
};

struct Choices {
  std::vector<OptionName> options = {};
  std::size_t least = 0;  ///< how many must be chosen
};

struct Reals {
  double low = 0;
  double high = 1;
  std::size_t least = 0;
  std::size_t most = 4096;
  bool sums_to_one =
      false;  ///< probabilities: a sum that is 1 to 1e-5; where one is dragged the others make room
};

struct Plane {
  double reach = 1;  ///< both coordinates lie between −reach and reach
};

struct SeedNumber {};

/// Where a formula stops making sense, counted in characters from 0, and why.
struct FormulaError {
  std::size_t position = 0;
  Text what;
};

struct FormulaText {
  std::function<std::optional<FormulaError>(const std::string&)> check = {};
};

struct Field;

struct Records {
  std::vector<Field> fields = {};  ///< of one row; rows in rows are not allowed
  std::size_t least = 0;
  std::size_t most = 1000;
};

using Kind =
    std::variant<Real, Integer, Toggle, Choice, Choices, Reals, Plane, SeedNumber, FormulaText, Records>;

/// What a person and a program call a parameter.
struct Name {
  std::string id;
  Text label = {};
  std::string symbol = {};  ///< TeX, as it stands in the formula, without dollars; empty where it has none
  Text help = {};           ///< one sentence
  Text group = {};          ///< heading in the parameter panel; empty: the group of the field before
};

/// A parameter of a lab, described once. The functions see the values of all the lab's parameters.
struct Field {
  Name name;
  Kind kind;
  Value initial;
  std::function<bool(const Values&)> applies = {};  ///< empty: always
  std::function<Limits(const Values&)> limits =
      {};              ///< narrower than the kind's own where others narrow them
  bool fills = false;  ///< a value at its upper limit follows that limit when another parameter moves it
  bool stays = false;  ///< what would move it into its limits is refused instead
  std::function<double(const Values&)> usual =
      {};  ///< a number that is the usual one follows it when another parameter moves it
};

/// The limits of a number as they stand while the other parameters have these values; without any values, as
/// wide as they can be.
Limits limits_of(const Field& field, const Values& values);

/// The multiple nearest to a number within limits; the nearest one outside where they hold none.
std::int64_t nearest_allowed(const Integer& kind, double number, Limits limits);

bool applies(const Field& field, const Values& values);
bool applies_to_any(const Field& field, const std::vector<Values>& values);

/// The place of the field with this id.
std::optional<std::size_t> find_field(const std::vector<Field>& fields, std::string_view id);

/// The id of the kind: real, integer, toggle, choice, choices, reals, point, seed, expression, rows.
std::string kind_id(const Kind& kind);

/// The options of a choice or of choices; none for other kinds.
const std::vector<OptionName>* options_of(const Kind& kind);

}  // namespace theta
