// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/listed.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(Listed, NamesAllOrTheEnds) {
  EXPECT_EQ(fill(listed({"a"}, 3)), "a");
  EXPECT_EQ(fill(listed({"a", "b", "c"}, 3)), "a, b, c");
  EXPECT_EQ(fill(listed({"a", "b", "c", "d"}, 3)), "a, …, d");
}

}  // namespace
}  // namespace theta
