// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/number_of.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <variant>

namespace theta {
namespace {

TEST(NumberOf, WholeOnesAreRoundedToTheNearest) {
  const Field real{.name = {}, .kind = Real{}, .initial = 0.0},
      whole{.name = {}, .kind = Integer{}, .initial = std::int64_t{0}};
  EXPECT_EQ(number_value(real, 2.5), Value{2.5});
  EXPECT_EQ(number_value(whole, 2.4), Value{std::int64_t{2}});
  EXPECT_EQ(number_value(whole, -2.6), Value{std::int64_t{-3}});
  EXPECT_EQ(number_value(whole, 0x1p53), Value{std::int64_t{1} << 53});
}

TEST(NumberOf, IsTheNumberTheValueHolds) {
  EXPECT_EQ(number_of(0.25), 0.25);
  EXPECT_EQ(number_of(std::int64_t{-7}), -7);
  EXPECT_THROW(number_of(true), std::bad_variant_access);
  EXPECT_THROW(number_of(Seed{3}), std::bad_variant_access) << "a slider moves no seed";
}

TEST(NumberOf, RealsAndIntegersAreNumbersAndNothingElseIs) {
  const auto number = [](const Kind& kind) { return is_number({.name = {}, .kind = kind, .initial = 0.0}); };
  EXPECT_TRUE(number(Real{}));
  EXPECT_TRUE(number(Integer{}));
  for (const Kind& kind : {Kind{Toggle{}}, Kind{Choice{}}, Kind{Reals{}}, Kind{Plane{}}, Kind{SeedNumber{}}})
    EXPECT_FALSE(number(kind)) << kind_id(kind);
}

}  // namespace
}  // namespace theta
