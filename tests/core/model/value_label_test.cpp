// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/value_label.h"

#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

std::vector<std::string> labels(const Field& field, const std::vector<Value>& values) {
  std::vector<std::string> all;
  for (const ValueLabel& each : value_labels(field, values)) all.push_back(fill(each.label));
  return all;
}

Field real_field(Real kind) {
  return {.name = {.id = "x", .label = "Input", .symbol = "x_0"}, .kind = kind, .initial = 0.0};
}

using Strings = std::vector<std::string>;

TEST(ValueLabel, NamesASymbolOrElseALabel) {
  Field field = real_field({});
  EXPECT_EQ(labels(field, {0.1}), Strings{"$x_0$ = 0.1"});
  field.name.symbol = "";
  EXPECT_EQ(labels(field, {0.1}), Strings{"Input: 0.1"});
  EXPECT_EQ(fill(value_labels(field, {0.1})[0].words), "0.1");
}

TEST(ValueLabel, WritesFourDigitsUnlessMoreAreExactOrTellApart) {
  const Field field = real_field({});
  EXPECT_EQ(labels(field, {1.0 / 3, 1.0}), (Strings{"$x_0$ = 0.3333", "$x_0$ = 1"}));
  EXPECT_EQ(labels(field, {0.12345, 1.0}), (Strings{"$x_0$ = 0.12345", "$x_0$ = 1"}));
  EXPECT_EQ(labels(field, {1.0 / 3, 0.33334}), (Strings{"$x_0$ = 0.33333", "$x_0$ = 0.33334"}));
  EXPECT_EQ(labels(field, {1.0, std::nextafter(1.0, 2.0)}),
            (Strings{"$x_0$ = 1", "$x_0$ = 1.0000000000000002"}));
  EXPECT_EQ(labels(field, {1.0, 1.0}).size(), 2u) << "what cannot be told apart is still written";
}

TEST(ValueLabel, WritesUnitsAndMultiplesOfPi) {
  EXPECT_EQ(labels(real_field({.unit = "px"}), {2.5}), Strings{"$x_0$ = 2.5\u2009px"});
  EXPECT_EQ(labels(real_field({.angle = true}), {std::numbers::pi / 6, 0.5}),
            (Strings{"$x_0$ = π/6", "$x_0$ = 0.5"}));
}

TEST(ValueLabel, WritesEveryKind) {
  const struct {
    const char* id;
    Value value;
    const char* want;
  } cases[] = {{"real", 1.5, ": 1.5"},
               {"even", std::int64_t{10000}, ": 10\u2009000"},
               {"on", true, ": on"},
               {"on", false, ": off"},
               {"colour", Option{1}, ": Green"},
               {"colours", Options{{0, 2}}, ": Red, Blue"},
               {"colours", Options{}, ": none"},
               {"weights", std::vector{0.5, 0.25}, ": 0.5, 0.25"},
               {"weights", std::vector<double>{}, ": none"},
               {"point", Point{1, -2}, ": (1, −2)"},
               {"seed", Seed{18446744073709551615u}, ": 18446744073709551615"},
               {"formula", Formula{"max(x,0)"}, ": max(x,0)"},
               {"parts", std::vector<Row>{}, ": []"}};
  for (const auto& each : cases) {
    Field field = every_kind_fields[place(each.id)];
    field.name.label = {};
    EXPECT_EQ(labels(field, {each.value}), Strings{each.want}) << each.id;
  }
}

}  // namespace
}  // namespace theta
