// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_figures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace theta {
namespace {

Figure of_points(std::size_t count, const std::string& title) {
  Figure figure{.title = verbatim(title)};
  figure.panels = {
      {.id = "p",
       .layers = {
           Curve{.mark = {.id = "c"}, .x = std::vector<double>(count), .y = std::vector<double>(count)}}}};
  return figure;
}

TEST(KeptFigures, AreThoseThatWereKept) {
  KeptFigures kept;
  EXPECT_EQ(kept.at(0), nullptr);
  kept.keep(of_points(10, "a"));
  kept.keep(of_points(10, "b"));
  ASSERT_TRUE(kept.at(1));
  EXPECT_EQ(*kept.at(1), of_points(10, "b"));
  EXPECT_EQ(kept.at(2), nullptr);
}

TEST(KeptFigures, AreNoMoreThanMemoryHolds) {
  KeptFigures kept(100'000);
  kept.keep(of_points(5'000, "most of it"));
  kept.keep(of_points(5'000, "too large"));
  kept.keep(of_points(1, "small, but it would stand in the other's place"));
  EXPECT_TRUE(kept.at(0));
  EXPECT_EQ(kept.at(1), nullptr);
}

}  // namespace
}  // namespace theta
