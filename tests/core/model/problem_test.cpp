// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/problem.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace theta {
namespace {

TEST(Problem, SaysWhereWhatAndWhatIsAllowed) {
  EXPECT_EQ(fill(sentence({"head_dimension", "63", "even numbers from 2 to 512"})),
            "head_dimension: 63 was given; allowed: even numbers from 2 to 512");
}

TEST(Problem, SentenceLeavesEmptyPartsOut) {
  EXPECT_EQ(fill(sentence({"a", "1", "2"})), "a: 1 was given; allowed: 2");
  EXPECT_EQ(fill(sentence({"a", "1", {}})), "a: 1");
  EXPECT_EQ(fill(sentence({"a", {}, "2"})), "a: 2");
  EXPECT_EQ(fill(sentence({"a", {}, {}})), "a");
  EXPECT_EQ(fill(sentence({"{}", "{}", "{}"})), "{}: {} was given; allowed: {}");
}

TEST(Problem, AnErrorHoldsAllOfThem) {
  const InputError error({{"a", "1", {}}, {"b", "2", {}}});
  EXPECT_EQ(error.problems().size(), 2u);
  EXPECT_STREQ(error.what(), "a: 1; b: 2");
}

TEST(Problem, OneAloneIsAnErrorOfOne) {
  const Problem problem{"base", "0", "1 to 9"};
  const InputError error(problem);
  EXPECT_EQ(error.problems(), std::vector{problem});
  EXPECT_EQ(std::string(error.what()), fill(sentence(problem)));
}

}  // namespace
}  // namespace theta
