// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>
#include <string>

namespace theta {
namespace {

using std::numbers::pi;

std::string labels(const Axis& axis, int most) {
  std::string all;
  for (const Tick& tick : ticks(axis, most)) all += (all.empty() ? "" : " ") + fill(tick.label);
  return all;
}

TEST(Ticks, StandAtStepsOfOneTwoAndFive) {
  const std::tuple<double, double, int, const char*> cases[] = {
      {0, 1, 6, "0 0.2 0.4 0.6 0.8 1"},
      {0, 1, 11, "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1"},
      {0, 1, 5, "0 0.5 1"},
      {-5, 5, 6, "−4 −2 0 2 4"},
      {0, 12, 7, "0 2 4 6 8 10 12"},
      {0.1, 0.3, 3, "0.1 0.2 0.3"},
      {0, 7e6, 4, "0 2\u2009000\u2009000 4\u2009000\u2009000 6\u2009000\u2009000"},
      {-1, 1, 1, "0"},
      {-1, 1, 0, "0"}};
  for (const auto& [low, high, most, want] : cases)
    EXPECT_EQ(labels({.low = low, .high = high}, most), want) << low << " " << high << " " << most;
}

TEST(Ticks, OfAnglesAreMultiplesOfPi) {
  EXPECT_EQ(labels({.low = -pi, .high = pi, .multiples_of_pi = true}, 5), "−π −π/2 0 π/2 π");
  EXPECT_EQ(labels({.low = 0, .high = pi, .multiples_of_pi = true}, 5), "0 π/4 π/2 3π/4 π");
  EXPECT_EQ(labels({.low = 0, .high = 2 * pi, .multiples_of_pi = true}, 3), "0 π 2π");
  EXPECT_EQ(labels({.low = 0, .high = 20 * pi, .multiples_of_pi = true}, 5), "0 5π 10π 15π 20π");
}

TEST(Ticks, OfLogAxesAreDecades) {
  const auto log = [](double low, double high, int most) {
    return labels({.scale = AxisScale::log, .low = low, .high = high}, most);
  };
  EXPECT_EQ(log(0.1, 1000, 8), "0.1 1 10 100 10³");
  EXPECT_EQ(log(1e-8, 1, 3), "10⁻⁸ 10⁻⁵ 10⁻²");
  EXPECT_EQ(log(1, 9, 8), "1 2 5");
  EXPECT_EQ(log(3, 4, 3), "3 3.5 4");
  EXPECT_EQ(log(0, 1, 3), "");
}

TEST(Ticks, OfCategoriesAreTheirNames) {
  const Axis few{.scale = AxisScale::category, .low = -0.5, .high = 2.5, .categories = {"a", "b", "c"}};
  EXPECT_EQ(labels(few, 5), "a b c");
  EXPECT_EQ(labels(few, 2), "a c");
}

TEST(Ticks, WholeAxesHaveNoFractions) {
  EXPECT_EQ(labels({.low = 0, .high = 3, .whole = true}, 20), "0 1 2 3");
  EXPECT_EQ(labels({.low = -0.5, .high = 2.5, .whole = true}, 20), "0 1 2");
}

/// What any axis and any room must give: few enough, ascending, inside, finite and told apart.
TEST(Ticks, HoldAtExtremes) {
  const std::pair<double, double> ranges[] = {
      {0, 1e-300},     {0, 5e-324},      {-1e308, 1e308},  {0, 1e300}, {1, std::nextafter(1, 2)},
      {1, 1 + 1e-12},  {1e6, 1e6 + 1},   {1e15, 1e15 + 1}, {-1e-9, 3}, {999999, 1000001},
      {-7.3, -7.2999}, {1e-320, 1e-310}, {0.037, 1e5}};
  for (const auto& [low, high] : ranges) {
    for (const int most : {1, 2, 3, 5, 10, 50}) {
      for (const AxisScale scale : {AxisScale::linear, AxisScale::log}) {
        for (const int kind : {0, 1, 2}) {
          if (scale == AxisScale::log && (low <= 0 || kind > 0)) continue;
          const Axis axis{
              .scale = scale, .low = low, .high = high, .multiples_of_pi = kind == 1, .whole = kind == 2};
          const std::vector<Tick> marks = ticks(axis, most);
          const std::string where = std::to_string(low) + " " + std::to_string(high) + " " +
                                    std::to_string(most) + " " + std::to_string(kind);
          EXPECT_LE(marks.size(), static_cast<std::size_t>(most)) << where;
          std::set<std::string> names;
          for (std::size_t i = 0; i < marks.size(); ++i) {
            EXPECT_TRUE(std::isfinite(marks[i].at)) << where;
            EXPECT_GE(marks[i].at, low - 1e-8 * (high / 2 - low / 2)) << where;
            EXPECT_LE(marks[i].at, high + 1e-8 * (high / 2 - low / 2)) << where;
            if (i > 0) {
              EXPECT_GT(marks[i].at, marks[i - 1].at) << where;
            }
            names.insert(fill(marks[i].label));
          }
          EXPECT_EQ(names.size(), marks.size()) << where << ": labels repeat";
        }
      }
    }
  }
}

}  // namespace
}  // namespace theta
