// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shared_axis.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

Axis classes(std::vector<Text> names) {
  const double count = static_cast<double>(names.size());
  return {.scale = AxisScale::category, .low = -0.5, .high = count - 0.5, .categories = std::move(names)};
}

TEST(SharedAxis, ReachesAsFarAsAny) {
  const Axis low{.label = "x", .low = -1, .high = 1, .multiples_of_pi = true, .whole = true};
  const Axis high{.label = "x", .low = 0, .high = 7, .multiples_of_pi = true, .whole = true};
  const Axis fine{.label = "x", .low = 0, .high = 1};
  EXPECT_EQ(shared_axis({low}), low);
  EXPECT_EQ(shared_axis({high, low}),
            (Axis{.label = "x", .low = -1, .high = 7, .multiples_of_pi = true, .whole = true}));
  EXPECT_EQ(shared_axis({low, fine}), (Axis{.label = "x", .low = -1, .high = 1}));
  const Axis decades{.scale = AxisScale::log, .low = 1e-3, .high = 1},
      later{.scale = AxisScale::log, .low = 1e-1, .high = 1e5};
  EXPECT_EQ(shared_axis({decades, later}), (Axis{.scale = AxisScale::log, .low = 1e-3, .high = 1e5}));
}

TEST(SharedAxis, SaysInItsLabelWhatAllSay) {
  EXPECT_EQ(
      fill(shared_axis({Axis{.label = say("at $m = {}$", 1)}, Axis{.label = say("at $m = {}$", 2)}})->label),
      "at $m = …$");
}

TEST(SharedAxis, HasTheCategoriesOfTheLongestThatGoesOn) {
  EXPECT_EQ(shared_axis({classes({"1", "2"}), classes({"1", "2", "3"}), classes({"1"})}),
            classes({"1", "2", "3"}));
  EXPECT_FALSE(shared_axis({classes({"1", "2"}), classes({"1", "3"})}));
  EXPECT_FALSE(shared_axis({classes({"a", "b"}), classes({"b"})}));
}

TEST(SharedAxis, OfUnlikeScalesIsNone) {
  EXPECT_FALSE(shared_axis({Axis{.low = 1, .high = 2}, Axis{.scale = AxisScale::log, .low = 1, .high = 2}}));
}

}  // namespace
}  // namespace theta
