// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/match_by_id.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(MatchById, GoesByFirstAppearanceWithGaps) {
  const std::vector<std::string> first = {"b", "a"}, second = {}, third = {"c", "a"};
  const auto matched = match_by_id(std::vector<std::span<const std::string>>{first, second, third},
                                   [](const std::string& id) { return id; });
  using Versions = std::vector<const std::string*>;
  ASSERT_EQ(matched.size(), 3u);
  EXPECT_EQ(matched[0], (Versions{&first[0], nullptr, nullptr}));
  EXPECT_EQ(matched[1], (Versions{&first[1], nullptr, &third[1]}));
  EXPECT_EQ(matched[2], (Versions{nullptr, nullptr, &third[0]}));
}

}  // namespace
}  // namespace theta
