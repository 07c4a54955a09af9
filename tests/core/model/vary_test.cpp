// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vary.h"

#include "core/model/problem.h"
#include "tests/core/model/every_kind.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace theta {
namespace {

const std::vector<Field> varied_fields = [] {
  std::vector<Field> all = every_kind_fields;
  constexpr double huge = std::numeric_limits<double>::max();
  all.push_back({.name = {.id = "wide", .label = "Wide", .symbol = "\\tau"},
                 .kind = Real{.low = -huge, .high = huge},
                 .initial = 1.0});
  all.push_back({.name = {.id = "whole", .label = "Whole", .symbol = "m"},
                 .kind = Integer{.low = -100, .high = 1e7, .unit = "px"},
                 .initial = std::int64_t{1}});
  return all;
}();

std::vector<Value> values_of(std::string_view text) {
  std::vector<Value> values;
  for (const Variation::Step& step : parse_variation(varied_fields, text).steps) values.push_back(step.value);
  return values;
}

std::vector<Value> whole(std::initializer_list<std::int64_t> numbers) {
  return {numbers.begin(), numbers.end()};
}

using Numbers = std::vector<Value>;

TEST(Vary, ReadsRangesInEvenSteps) {
  EXPECT_EQ(values_of("wide=0.1:5:6"), (Numbers{0.1, 1.08, 2.06, 3.04, 4.02, 5.0}));
  EXPECT_EQ(values_of("wide = 1 : 0 : 11"), (Numbers{1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0}));
  EXPECT_EQ(values_of("wide=-pi:pi:3"), (Numbers{-std::numbers::pi, 0.0, std::numbers::pi}));
  EXPECT_EQ(values_of("wide=-1.7976931348623157e308:1.7976931348623157e308:3"),
            (Numbers{-std::numeric_limits<double>::max(), 0.0, std::numeric_limits<double>::max()}));
  EXPECT_EQ(values_of("wide=2:3:1"), Numbers{2.0});
  EXPECT_EQ(values_of("wide=2:2:5"), Numbers{2.0}) << "no value twice";
  EXPECT_EQ(values_of("wide=0:1:500").size(), 500u);
}

TEST(Vary, ReadsRangesInEvenFactors) {
  EXPECT_EQ(values_of("wide=10^3:10^6:4:log"), (Numbers{1e3, 1e4, 1e5, 1e6}));
  EXPECT_EQ(values_of("wide=1024:1:11:log"),
            (Numbers{1024.0, 512.0, 256.0, 128.0, 64.0, 32.0, 16.0, 8.0, 4.0, 2.0, 1.0}));
  const std::vector<Value> extreme = values_of("wide=1e-300:1e300:3:log");
  EXPECT_EQ(extreme, (Numbers{1e-300, 1.0, 1e300})) << "their ratio is no double";
}

TEST(Vary, WholeNumbersAreRoundedWithoutRepeats) {
  EXPECT_EQ(values_of("whole=1:4:4"), whole({1, 2, 3, 4}));
  EXPECT_EQ(values_of("whole=1:4:20"), whole({1, 2, 3, 4}));
  EXPECT_EQ(values_of("whole=0:10:4"), whole({0, 3, 7, 10}));
  EXPECT_EQ(values_of("whole=-3:3:3"), whole({-3, 0, 3}));
  EXPECT_EQ(values_of("whole=1:100:5:log"), whole({1, 3, 10, 32, 100}));
  EXPECT_EQ(values_of("even=2:12:4"), whole({2, 6, 8, 12})) << "multiples of two";
}

TEST(Vary, SaysThatFewerValuesDifferThanWereAskedFor) {
  const auto words = [](const char* text) {
    return fill(words_on_repeated(parse_variation(varied_fields, text)));
  };
  EXPECT_EQ(words("whole=1:4:20"), "4 values instead of 20: no more of them differ.");
  EXPECT_EQ(words("wide=2:2:5"), "1 value instead of 5: no more of them differ.");
  EXPECT_EQ(words("whole=1,2,2"), "2 values instead of 3: no more of them differ.");
  EXPECT_EQ(words("whole=1:4:4"), "");
}

TEST(Vary, ReadsListsOfEveryKind) {
  EXPECT_EQ(values_of("wide=1, 2,pi/6,1e-4"), (Numbers{1.0, 2.0, std::numbers::pi / 6, 1e-4}));
  EXPECT_EQ(values_of("whole=1,2,3,4,2"), whole({1, 2, 3, 4}));
  EXPECT_EQ(values_of("on=off,on"), (std::vector<Value>{false, true}));
  EXPECT_EQ(values_of("colour=blue,red"), (std::vector<Value>{Option{2}, Option{0}}));
  EXPECT_EQ(values_of("seed=1,2"), (std::vector<Value>{Seed{1}, Seed{2}}));
  EXPECT_EQ(values_of("colours=red,blue;green"), (std::vector<Value>{Options{{0, 2}}, Options{{1}}}));
  EXPECT_EQ(values_of("weights=0.5,0.25; 1"), (std::vector<Value>{std::vector{0.5, 0.25}, std::vector{1.0}}));
  EXPECT_EQ(values_of("point=1,2;0,0"), (std::vector<Value>{Point{1, 2}, Point{0, 0}}));
  EXPECT_EQ(values_of("formula=max(x,0);x==1"), (std::vector<Value>{Formula{"max(x,0)"}, Formula{"x==1"}}));
  EXPECT_EQ(values_of(R"(parts=[{"count":1},{"count":2}];[{}])").size(), 2u);
}

TEST(Vary, NamesFieldAndValues) {
  const Variation variation = parse_variation(varied_fields, "whole=1000:10000:2");
  EXPECT_EQ(varied_fields[variation.field].name.id, "whole");
  ASSERT_EQ(variation.steps.size(), 2u);
  EXPECT_EQ(fill(variation.steps[0].label), "$m$ = 1000\u2009px");
  EXPECT_EQ(fill(variation.steps[1].label), "$m$ = 10\u2009000\u2009px");
  EXPECT_EQ(fill(parse_variation(varied_fields, "wide=0.1:5:6:log").steps[1].label), "$\\tau$ = 0.2187");
}

TEST(Vary, EveryRefusalNamesTheParameter) {
  const std::string all =
      "real, even, index, on, colour, colours, weights, point, seed, formula, parts, share, wide, whole";
  const struct {
    std::string text, sentence;
  } cases[] = {
      {"real", "vary: “real” was given; allowed: id=1,2,3 or id=from:to:count"},
      {"wid=1:2:3", "wid: there is no such parameter; did you mean wide? There are " + all},
      {"\\tau=1:2:3", "\\tau: there is no such parameter; there are " + all},
      {"Real=1", "Real: there is no such parameter; did you mean real? There are " + all},
      {"real=", "real: a list of 0 values was given; allowed: 1 to 500 values"},
      {"real=1,,2", "real: “” was given; allowed: from 1 to 2"},
      {"real=1,3", "real: 3 was given; allowed: from 1 to 2"},
      {"real=1:3:3", "real: 3 was given; allowed: from 1 to 2"},
      {"real=1:2", "real: “1:2” was given; allowed: from:to:count, or from:to:count:log for even factors"},
      {"real=1:2:3:exp",
       "real: “1:2:3:exp” was given; allowed: from:to:count, or from:to:count:log for even factors"},
      {"real=1:2:3:log:4",
       "real: “1:2:3:log:4” was given; allowed: from:to:count, or from:to:count:log for even factors"},
      {"real=a:2:3", "real: “a” was given; allowed: from 1 to 2"},
      {"real=1:2:0", "real: “0” was given; allowed: 1 to 500 values"},
      {"real=1:2:501", "real: “501” was given; allowed: 1 to 500 values"},
      {"real=1:2:2.5", "real: “2.5” was given; allowed: 1 to 500 values"},
      {"real=1:2:1e300", "real: “1e300” was given; allowed: 1 to 500 values"},
      {"wide=0:2:3:log", "wide: “0:2:3:log” was given; allowed: two positive ends for even factors"},
      {"whole=0.5:2:3", "whole: “0.5” was given; allowed: whole numbers from −100 to 10\u2009000\u2009000"},
      {"even=3:9:2", "even: 3 was given; allowed: even numbers from 2 to 512"},
      {"colour=red:blue:2", "colour: “red:blue:2” was given; allowed: one of red, green, blue"},
      {"colour=red,Blue", "colour: “Blue” was given; allowed: one of red, green, blue"}};
  for (const auto& each : cases) {
    try {
      parse_variation(varied_fields, each.text);
      ADD_FAILURE() << each.text;
    } catch (const InputError& error) {
      EXPECT_EQ(error.what(), each.sentence) << each.text;
    }
  }
}

TEST(Vary, LongTextIsRefusedAtOnce) {
  for (const std::string& text :
       {std::string(1'000'000, ','), std::string(1'000'000, ':'), std::string(1'000'000, '1')}) {
    EXPECT_THROW(parse_variation(varied_fields, "wide=" + text), InputError);
    EXPECT_THROW(parse_variation(varied_fields, text), InputError);
    EXPECT_THROW(parse_variation(varied_fields, text + "=1"), InputError);
  }
}

}  // namespace
}  // namespace theta
