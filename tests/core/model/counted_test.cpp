// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/counted.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

std::string rows(const Argument& count) { return fill(counted(count, "{} row", "{} rows")); }

TEST(Counted, is_of_one_or_of_several) {
  EXPECT_EQ(rows(0), "0 rows");
  EXPECT_EQ(rows(1), "1 row");
  EXPECT_EQ(rows(std::size_t{1}), "1 row");
  EXPECT_EQ(rows(1.0), "1 row");
  EXPECT_EQ(rows(1.5), "1.5 rows");
  EXPECT_EQ(rows(12'000), "12\u2009000 rows");
}

TEST(Counted, is_one_list_however_many_it_has) {
  EXPECT_EQ(fill(a_list_of(counted(2, "{} row", "{} rows"))), "a list of 2 rows");
}

}  // namespace
}  // namespace theta
