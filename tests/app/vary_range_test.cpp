// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vary_range.h"

#include "core/labs/all.h"
#include "core/model/number_of.h"
#include "core/model/vary.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

const Field varied_base = {
    .name = {.id = "base"}, .kind = Real{.low = 1, .high = 1e9, .scale = Scale::log}, .initial = 1.0};
const Field varied_layer = {.name = {.id = "layer"},
                            .kind = Integer{.low = 1, .high = 64, .scale = Scale::log},
                            .initial = std::int64_t{1}};
const Field varied_position = {
    .name = {.id = "position"}, .kind = Integer{.low = 0, .high = 1e7}, .initial = std::int64_t{1}};

TEST(VaryRange, AnEndIsWhatTheNumberMayBe) {
  const std::vector<Field> ends = end_fields(varied_base, {});
  ASSERT_EQ(ends.size(), 2u);
  EXPECT_EQ(ends[0].name.id, "from");
  EXPECT_EQ(ends[1].name.id, "to");
  EXPECT_EQ(limits_of(ends[1], {}), (Limits{1, 1e9}));
}

TEST(VaryRange, AnEndHasNoRulesOfTheNumber) {
  Field ruled = varied_base;
  ruled.fills = ruled.stays = true;
  ruled.applies = [](const Values&) { return false; };
  ruled.usual = [](const Values& values) { return number_of(values.at(99)); };
  for (const Field& end : end_fields(ruled, {})) {
    EXPECT_FALSE(end.applies || end.usual || end.fills || end.stays)
        << "they would be asked with the ends' values";
  }
}

TEST(VaryRange, CanRunInFactorsBetweenPositiveEnds) {
  EXPECT_TRUE(can_run_in_factors(varied_position, std::int64_t{1}, std::int64_t{100}, 3));
  EXPECT_FALSE(can_run_in_factors(varied_position, std::int64_t{0}, std::int64_t{100}, 3));
  EXPECT_FALSE(can_run_in_factors(varied_position, std::int64_t{1}, std::int64_t{100}, 100));
}

TEST(VaryRange, ProposesTheWholeRangeUnlessItHasThousandsOfValues) {
  EXPECT_EQ(proposed_range(varied_base, {}, 5, 4), (Limits{1, 1e9}));
  EXPECT_EQ(proposed_range(varied_position, {}, 7, 5), (Limits{7, 11}));
  EXPECT_EQ(proposed_range(varied_position, {}, 1e7, 5), (Limits{1e7 - 4, 1e7}));
}

TEST(VaryRange, RunsAsTheSliderDoes) {
  EXPECT_TRUE(runs_in_factors(varied_base, 1.0, 100.0, 3));
  EXPECT_FALSE(runs_in_factors(varied_position, std::int64_t{0}, std::int64_t{100}, 3));
  EXPECT_FALSE(runs_in_factors(varied_layer, std::int64_t{1}, std::int64_t{4}, 4)) << "each of its values";
  EXPECT_TRUE(runs_in_factors(varied_layer, std::int64_t{1}, std::int64_t{64}, 4));
}

TEST(VaryRange, IsWhatTheCommandLineTakes) {
  EXPECT_EQ(range_text(varied_base, 100.0, 1e6, 4, true), "base=100:1e+06:4:log");
  EXPECT_EQ(range_text(varied_layer, std::int64_t{1}, std::int64_t{3}, 3, false), "layer=1:3:3");
  EXPECT_EQ(parse_variation({varied_base}, range_text(varied_base, 100.0, 1e6, 3, true)).steps.size(), 3u);
}

TEST(VaryRange, OffersTheNumbersThatApply) {
  const Lab& lab = *find_lab("gumbel-softmax");
  const Values values = initial_values(lab);
  for (const std::size_t number : numbers_to_vary(lab.fields, values))
    EXPECT_TRUE(applies(lab.fields[number], values)) << lab.fields[number].name.id;
  EXPECT_FALSE(numbers_to_vary(lab.fields, values).empty());
}

}  // namespace
}  // namespace theta
