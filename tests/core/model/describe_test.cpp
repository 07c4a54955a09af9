// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/describe.h"

#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(Describe, FieldsAreInOrderWithTheirKindsAndDefaults) {
  const std::pair<const char*, const char*> want[] = {
      {"real", "real"},     {"even", "integer"},       {"index", "integer"}, {"on", "toggle"},
      {"colour", "choice"}, {"colours", "choices"},    {"weights", "reals"}, {"point", "point"},
      {"seed", "seed"},     {"formula", "expression"}, {"parts", "rows"},    {"share", "real"}};
  ASSERT_EQ(every_kind_fields.size(), std::size(want));
  const Values initial = to_values(EveryKind{});
  for (std::size_t i = 0; i < every_kind_fields.size(); ++i) {
    EXPECT_EQ(every_kind_fields[i].name.id, want[i].first);
    EXPECT_EQ(kind_id(every_kind_fields[i].kind), want[i].second);
    EXPECT_EQ(every_kind_fields[i].initial, initial[i]);
  }
}

TEST(Describe, AGroupHoldsUntilTheNext) {
  EXPECT_EQ(every_kind_fields[place("index")].name.group, Text("Numbers"));
  EXPECT_EQ(every_kind_fields[place("share")].name.group, Text("Others"));
}

TEST(Describe, ValuesComeBack) {
  EveryKind parameters;
  parameters.real = 1.5;
  parameters.colours = {Colour::green};
  parameters.parts = {{.weight = 0.1, .count = 9, .colour = Colour::blue}};
  parameters.formula.text = "x^2";
  EXPECT_EQ(to_values(from_values<EveryKind>(to_values(parameters))), to_values(parameters));
  EXPECT_EQ(from_values<EveryKind>(to_values(parameters)).parts[0].colour, Colour::blue);
  EXPECT_THROW(from_values<EveryKind>({}), std::out_of_range);
}

TEST(Describe, AMemberKnowsItsId) {
  EXPECT_EQ(id_of(&EveryKind::real), "real");
  EXPECT_EQ(id_of(&EveryKind::share), "share");
  EXPECT_EQ(id_of(&EveryKind::index), "index");
}

TEST(Describe, RulesSeeTheTypedParameters) {
  EXPECT_FALSE(applies(every_kind_fields[place("colour")], to_values(EveryKind{})));
  EXPECT_TRUE(applies(every_kind_fields[place("colour")], to_values(EveryKind{.on = true})));
  EXPECT_TRUE(applies(every_kind_fields[place("real")], to_values(EveryKind{})));
  EXPECT_EQ(limits_of(every_kind_fields[place("index")], to_values(EveryKind{.even = 8})), (Limits{0, 3}));
  EXPECT_EQ(limits_of(every_kind_fields[place("share")], to_values(EveryKind{.real = 500})), (Limits{0, 100}))
      << "narrower, never wider";
  EXPECT_EQ(limits_of(every_kind_fields[place("point")], {}), (Limits{-3, 3}));
}

TEST(Field, FindsByIdAndNamesOptions) {
  EXPECT_EQ(find_field(every_kind_fields, "on"), 3u);
  EXPECT_EQ(find_field(every_kind_fields, "On"), std::nullopt);
  EXPECT_EQ(find_field(every_kind_fields, ""), std::nullopt);
  EXPECT_EQ(options_of(every_kind_fields[place("colour")].kind)->size(), 3u);
  EXPECT_EQ(options_of(every_kind_fields[place("colours")].kind)->at(2).id, "blue");
  EXPECT_EQ(options_of(every_kind_fields[place("real")].kind), nullptr);
}

TEST(Field, NearestAllowedIsAMultipleWithinLimits) {
  const struct {
    int multiple;
    double number;
    Limits limits;
    std::int64_t want;
  } cases[] = {{1, 2.4, {0, 10}, 2},
               {1, 99, {0, 10}, 10},
               {2, 5, {3, 9}, 6},
               {2, 0, {3, 9}, 4},
               {2, 99, {3, 9}, 8},
               {3, -7, {-10, 10}, -6},
               {3, -99, {-10, 10}, -9},
               {1, 1e300, {0, 1e300}, std::int64_t{1} << 53},
               {1, -INFINITY, {-INFINITY, INFINITY}, -(std::int64_t{1} << 53)}};
  for (const auto& each : cases)
    EXPECT_EQ(nearest_allowed(Integer{.multiple = each.multiple}, each.number, each.limits), each.want)
        << each.number;
}

TEST(Lab, IsPlainData) {
  const Lab lab = every_kind_lab();
  EXPECT_EQ(initial_values(lab), to_values(EveryKind{}));
  const Edits edits = edits_to(EveryKind{.real = 2, .seed = {9}});
  EXPECT_EQ(edits, (Edits{{place("real"), 2.0}, {place("seed"), Seed{9}}}));
  EXPECT_EQ(preset_values(lab, Preset{.id = "p", .name = "P", .look_for = "", .edits = edits}),
            to_values(EveryKind{.real = 2, .seed = {9}}));
  EXPECT_EQ(lab.draw(initial_values(lab), {}).title, Text("Nothing"));
  EXPECT_TRUE(edits_to(EveryKind{}).empty());
}

TEST(Value, RowsAreEqualByTheirCells) {
  const Row one{{1.0, Option{1}}}, same{{1.0, Option{1}}}, other{{1.0, Option{2}}};
  EXPECT_EQ(one, same);
  EXPECT_FALSE(one == other);
  EXPECT_FALSE(Value(1.0) == Value(std::int64_t{1}));
}

}  // namespace
}  // namespace theta
