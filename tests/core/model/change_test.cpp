// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"

#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

std::variant<Changed, std::vector<Problem>> changed(const Edits& edits, const EveryKind& from = {}) {
  return change(every_kind_fields, to_values(from), edits);
}

TEST(Change, EveryRefusalSaysWhatWasGivenAndWhatIsAllowed) {
  const struct {
    const char* id;
    Value value;
    const char* sentence;
  } cases[] = {
      {"real", 3.0, "real: 3 was given; allowed: from 1 to 2"},
      {"real", 0.9999999, "real: 0.9999999 was given; allowed: from 1 to 2"},
      {"real", NAN, "real: – was given; allowed: from 1 to 2"},
      {"real", -INFINITY, "real: −∞ was given; allowed: from 1 to 2"},
      {"real", true, "real: a value of another kind was given; allowed: from 1 to 2"},
      {"even", std::int64_t{63}, "even: 63 was given; allowed: even numbers from 2 to 512"},
      {"even", std::int64_t{0}, "even: 0 was given; allowed: even numbers from 2 to 512"},
      {"even", std::numeric_limits<std::int64_t>::max(),
       "even: 9223372036854775807 was given; allowed: even numbers from 2 to 512"},
      {"even", std::numeric_limits<std::int64_t>::min(),
       "even: -9223372036854775808 was given; allowed: even numbers from 2 to 512"},
      {"even", 64.0, "even: a value of another kind was given; allowed: even numbers from 2 to 512"},
      {"index", std::int64_t{32}, "index: 32 was given; allowed: whole numbers from 0 to 31"},
      {"colour", Option{3}, "colour: option 3 was given; allowed: one of red, green, blue"},
      {"colours", Options{{}}, "colours: a choice of 0 was given; allowed: at least 1 of red, green, blue"},
      {"colours", Options{{1, 0}},
       "colours: a list that is not in order was given; allowed: at least 1 of red, green, blue"},
      {"colours", Options{{1, 1}},
       "colours: a list that is not in order was given; allowed: at least 1 of red, green, blue"},
      {"colours", Options{{0, 9}}, "colours: option 9 was given; allowed: at least 1 of red, green, blue"},
      {"weights", std::vector{0.5, 1.5}, "weights: 1.5 was given; allowed: 1 to 4 numbers from 0 to 1"},
      {"weights", std::vector<double>{},
       "weights: a list of 0 numbers was given; allowed: 1 to 4 numbers from 0 to 1"},
      {"weights", std::vector<double>(1'000'000, 0.5),
       "weights: a list of 1\u2009000\u2009000 numbers was given; allowed: 1 to 4 numbers from 0 to 1"},
      {"weights", std::vector<double>{NAN}, "weights: – was given; allowed: 1 to 4 numbers from 0 to 1"},
      {"point", Point{0, -3.5}, "point: 0, −3.5 was given; allowed: two numbers x,y from −3 to 3"},
      {"point", Point{NAN, 0}, "point: –, 0 was given; allowed: two numbers x,y from −3 to 3"},
      {"formula", Formula{"1?"},
       "formula: “1?”, character 2: no questions was given; allowed: a formula in x"},
      {"parts", std::vector<Row>{}, "parts: a list of 0 rows was given; allowed: 1 to 3 rows"},
      {"parts", std::vector<Row>{{to_values(Part{})}, {to_values(Part{.count = 99})}},
       "parts, row 2, count: 99 was given; allowed: whole numbers from 1 to 9"},
      {"parts", std::vector<Row>{{{1.0}}},
       "parts, row 1, parameters: a list of 1 value was given; allowed: 3"},
      {"share", 1.5, "share: 1.5 was given; allowed: from 0 to 1"}};
  for (const auto& each : cases) {
    const auto result = changed({{place(each.id), each.value}});
    const auto* problems = std::get_if<std::vector<Problem>>(&result);
    ASSERT_NE(problems, nullptr) << each.sentence;
    ASSERT_EQ(problems->size(), 1u) << each.sentence;
    EXPECT_EQ(fill(sentence(problems->front())), each.sentence);
  }
}

TEST(Change, ProbabilitiesSumToOne) {
  const Field field{.name = {.id = "shares"},
                    .kind = Reals{.low = 0.01, .high = 1, .least = 2, .most = 4, .sums_to_one = true},
                    .initial = std::vector{0.5, 0.5}};
  for (const auto& good : {std::vector{0.5, 0.5}, {0.3333333, 0.3333333, 0.3333333}, {0.1, 0.2, 0.3, 0.4}})
    EXPECT_FALSE(check(field, good, {}));
  EXPECT_EQ(fill(sentence(check(field, std::vector{0.5, 0.6}, {}).value())),
            "shares: a sum of 1.1 was given; allowed: 2 to 4 numbers from 0.01 to 1 that sum to 1");
  EXPECT_TRUE(check(field, std::vector{0.5, 0.4999}, {}));
  EXPECT_TRUE(check(field, std::vector{1.0, 0.0}, {})) << "each within its limits too";
}

TEST(Change, AnEditOfAParameterThatIsNotThereIsRefused) {
  for (const std::size_t field : {every_kind_fields.size(), std::size_t{999}, ~std::size_t{0}})
    EXPECT_TRUE(std::holds_alternative<std::vector<Problem>>(changed({{field, 1.0}}))) << field;
  EXPECT_TRUE(std::holds_alternative<std::vector<Problem>>(change(every_kind_fields, {}, {{0, 1.0}})));
}

TEST(Change, BothEndsOfTheLimitsAreAllowed) {
  for (const double real : {1.0, 2.0})
    EXPECT_TRUE(std::holds_alternative<Changed>(changed({{place("real"), real}})));
  for (const int even : {2, 512})
    EXPECT_TRUE(std::holds_alternative<Changed>(changed({{place("even"), std::int64_t{even}}})));
}

TEST(Change, ANumberThatFillsItsLimitFollowsIt) {
  const struct {
    int from, even, want;
  } cases[] = {{31, 128, 63}, {31, 32, 15}, {20, 128, 20}, {20, 32, 15}, {0, 2, 0}};
  for (const auto& each : cases) {
    const auto result = changed({{place("even"), std::int64_t{each.even}}}, EveryKind{.index = each.from});
    const Changed& now = std::get<Changed>(result);
    EXPECT_EQ(std::get<std::int64_t>(now.values[place("index")]), each.want) << each.from << each.even;
    EXPECT_EQ(!now.carried.empty(), each.want != each.from);
  }
}

TEST(Change, ANumberBeyondItsLimitGoesToTheNearestAllowed) {
  const auto result = changed({{place("real"), 1.25}}, EveryKind{.real = 2, .share = 1.75});
  const Changed& now = std::get<Changed>(result);
  EXPECT_EQ(std::get<double>(now.values[place("share")]), 1.25);
  EXPECT_EQ(now.carried, std::vector{place("share")});
}

/// An axis, whose ends refuse to cross, a place on it, and a number that has its usual value by what is on.
struct Axes {
  double low = -5, high = 5, place = 0, mix = 5;
  bool bare = false;

  static void describe(auto&& field) {
    field(&Axes::low, Name{.id = "low"}, Real{.low = -10, .high = 9},
          Rules<Axes>{.limits =
                          [](const Axes& axes) {
                            return Limits{-10, axes.high - 1};
                          },
                      .stays = true});
    field(&Axes::high, Name{.id = "high"}, Real{.low = -9, .high = 10},
          Rules<Axes>{.limits =
                          [](const Axes& axes) {
                            return Limits{axes.low + 1, 10};
                          },
                      .stays = true});
    field(&Axes::place, Name{.id = "place"}, Real{.low = -10, .high = 10},
          Rules<Axes>{.limits = [](const Axes& axes) {
            return Limits{axes.low, axes.high};
          }});
    field(&Axes::mix, Name{.id = "mix"}, Real{.low = 0, .high = 10},
          Rules<Axes>{.usual = [](const Axes& axes) { return axes.bare ? 0.0 : 5.0; }});
    field(&Axes::bare, Name{.id = "bare"}, Toggle{});
  }
};

std::variant<Changed, std::vector<Problem>> axes_changed(const Edits& edits, const Axes& from = {}) {
  return change(fields<Axes>(), to_values(from), edits);
}

TEST(Change, WhatStaysIsNotCarriedAndTheEditIsRefusedInItsOwnName) {
  const struct {
    Edits edits;
    const char* sentence;
  } cases[] = {{{{1, -7.0}}, "high: −7 was given; allowed: from −4 to 10"},
               {{{0, 7.0}}, "low: 7 was given; allowed: from −10 to 4"},
               {{{0, 6.0}, {1, 2.0}}, "low: 6 was given; allowed: from −10 to 1"}};
  for (const auto& each : cases) {
    const auto result = axes_changed(each.edits);
    ASSERT_TRUE(std::holds_alternative<std::vector<Problem>>(result)) << each.sentence;
    EXPECT_EQ(fill(sentence(std::get<1>(result).front())), each.sentence);
  }
  const auto moved = std::get<Changed>(axes_changed({{0, 2.0}}));
  EXPECT_EQ(std::get<double>(moved.values[2]), 2) << "what does not stay is carried as ever";
}

TEST(Change, AUsualNumberFollowsWhatIsUsual) {
  const auto mix = [](const Edits& edits, const Axes& from = {}) {
    return std::get<double>(std::get<Changed>(axes_changed(edits, from)).values[3]);
  };
  EXPECT_EQ(mix({{4, true}}), 0);
  EXPECT_EQ(mix({{4, false}}, {.mix = 0, .bare = true}), 5);
  EXPECT_EQ(mix({{4, true}, {3, 5.0}}), 5) << "it was named";
  EXPECT_EQ(mix({{4, true}}, {.mix = 3}), 3) << "it was not the usual one";
  EXPECT_EQ(std::get<Changed>(axes_changed({{4, true}})).carried, std::vector<std::size_t>{3});
}

TEST(Change, WhatIsNamedIsNotCarried) {
  const auto both = changed({{place("even"), std::int64_t{128}}, {place("index"), std::int64_t{3}}});
  EXPECT_EQ(std::get<std::int64_t>(std::get<Changed>(both).values[place("index")]), 3);
  const auto beyond = changed({{place("even"), std::int64_t{32}}, {place("index"), std::int64_t{31}}});
  EXPECT_TRUE(std::holds_alternative<std::vector<Problem>>(beyond));
}

TEST(Change, EditsAreTakenTogether) {
  const auto result = changed({{place("index"), std::int64_t{200}}, {place("even"), std::int64_t{512}}});
  EXPECT_TRUE(std::holds_alternative<Changed>(result)) << "the limit that allows 200 comes after it";
  const auto twice = changed({{place("real"), 1.5}, {place("real"), 1.75}});
  EXPECT_EQ(std::get<double>(std::get<Changed>(twice).values[0]), 1.75);
}

struct Multiples {
  int most = 20;
  int threes = 12;

  static void describe(auto&& field) {
    field(&Multiples::most, Name{.id = "most"}, Integer{.low = -20, .high = 20});
    field(&Multiples::threes, Name{.id = "threes"}, Integer{.low = -18, .high = 18, .multiple = 3},
          Rules<Multiples>{.limits = [](const Multiples& p) {
            return Limits{static_cast<double>(p.most) - 10, static_cast<double>(p.most)};
          }});
  }
};

TEST(Change, CarryingKeepsMultiples) {
  const std::pair<int, int> cases[] = {{11, 9}, {10, 9}, {2, 0}, {-5, -6}, {-8, -9}};
  for (const auto& [most, want] : cases) {
    const auto result = change(fields<Multiples>(), to_values(Multiples{}), {{0, std::int64_t{most}}});
    ASSERT_TRUE(std::holds_alternative<Changed>(result)) << most;
    EXPECT_EQ(std::get<std::int64_t>(std::get<Changed>(result).values[1]), want) << most;
  }
  const auto up =
      change(fields<Multiples>(), to_values(Multiples{.most = 10, .threes = 0}), {{0, std::int64_t{20}}});
  ASSERT_TRUE(std::holds_alternative<Changed>(up)) << "10 is the lower limit: 12, not 9";
  EXPECT_EQ(std::get<std::int64_t>(std::get<Changed>(up).values[1]), 12);
}

TEST(Change, CheckLooksAtKindsFirst) {
  Values values = to_values(EveryKind{});
  EXPECT_TRUE(check(every_kind_fields, values).empty());
  values[place("even")] = 1.0;  // what the limits of index would read
  EXPECT_EQ(check(every_kind_fields, values).size(), 1u);
  values.pop_back();
  EXPECT_EQ(check(every_kind_fields, values).size(), 1u);
}

}  // namespace
}  // namespace theta
