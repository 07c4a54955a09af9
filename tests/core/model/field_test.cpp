// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/field.h"

#include <gtest/gtest.h>

#include <limits>

namespace theta {
namespace {

TEST(Field, OthersNarrowItsLimitsAndNeverWidenThem) {
  Field field{.name = {.id = "narrowed"}, .kind = Real{.low = 0, .high = 10}, .initial = 5.0};
  const Values values = {5.0};
  EXPECT_EQ(limits_of(field, values), (Limits{0, 10}));
  field.limits = [](const Values& all) { return Limits{-3, std::get<double>(all[0])}; };
  EXPECT_EQ(limits_of(field, values), (Limits{0, 5}));
  EXPECT_EQ(limits_of(field, {}), (Limits{0, 10})) << "without any values as wide as can be";
  field.limits = [](const Values&) { return Limits{2, 99}; };
  EXPECT_EQ(limits_of(field, values), (Limits{2, 10}));
}

TEST(Field, KindsWithoutNumbersHaveNoLimits) {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const Kind& kind : {Kind{Toggle{}}, Kind{Choice{}}, Kind{SeedNumber{}}, Kind{FormulaText{}}})
    EXPECT_EQ(limits_of({.name = {}, .kind = kind, .initial = false}, {}), (Limits{-infinity, infinity}));
  EXPECT_EQ(limits_of({.name = {}, .kind = Plane{.reach = 3}, .initial = Point{}}, {}), (Limits{-3, 3}));
}

TEST(Field, TheNearestAllowedIsAMultipleWithinLimits) {
  const Integer even{.low = 2, .high = 512, .multiple = 2};
  EXPECT_EQ(nearest_allowed(even, 63.2, {2, 512}), 64);
  EXPECT_EQ(nearest_allowed(even, 62.9, {2, 512}), 62);
  EXPECT_EQ(nearest_allowed(even, 1e9, {2, 511}), 510);
  EXPECT_EQ(nearest_allowed(even, -5, {3, 512}), 4);
  EXPECT_EQ(nearest_allowed(even, 9, {7, 7}), 8) << "where limits hold none, the nearest outside";
  EXPECT_EQ(nearest_allowed({}, 1e300, {}), std::int64_t{1} << 53);
}

TEST(Field, IsFoundByItsWholeId) {
  const std::vector<Field> fields = {{.name = {.id = "ab"}, .kind = Toggle{}, .initial = true},
                                     {.name = {.id = "a"}, .kind = Toggle{}, .initial = true}};
  EXPECT_EQ(find_field(fields, "a"), std::size_t{1});
  EXPECT_FALSE(find_field(fields, "b"));
  EXPECT_FALSE(find_field(fields, ""));
}

TEST(Field, AppliesAlwaysUnlessItSaysOtherwise) {
  Field field{.name = {}, .kind = Toggle{}, .initial = true};
  EXPECT_TRUE(applies(field, {false}));
  field.applies = [](const Values& all) { return std::get<bool>(all[0]); };
  EXPECT_FALSE(applies(field, {false}));
  EXPECT_TRUE(applies(field, {true}));
}

}  // namespace
}  // namespace theta
