// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/circle_sectors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

void expect_arcs(const std::vector<Interval>& got, const std::vector<Interval>& want) {
  ASSERT_EQ(got.size(), want.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_NEAR(got[i].low, want[i].low, 1e-9);
    EXPECT_NEAR(got[i].high, want[i].high, 1e-9);
  }
}

TEST(CircleSectors, FindsArcsAlsoAcrossTheBackAndThroughZero) {
  expect_arcs(circle_sectors([](double a) { return std::cos(a) > 0.5; }), {{-pi / 3, pi / 3}});
  expect_arcs(circle_sectors([](double a) { return std::cos(a) < -0.5; }), {{2 * pi / 3, 4 * pi / 3}});
  expect_arcs(circle_sectors([](double a) { return std::sin(a) > 0; }), {{0, pi}});
  expect_arcs(circle_sectors([](double a) { return std::cos(a) > 0; }), {{-pi / 2, pi / 2}});
}

TEST(CircleSectors, FindsAllOfSeveralOnce) {
  for (int n = 1; n <= 8; ++n) {
    const std::vector<Interval> arcs = circle_sectors([&](double a) { return std::cos(n * a + 0.3) > 0.1; });
    ASSERT_EQ(arcs.size(), static_cast<std::size_t>(n));
    for (const Interval& arc : arcs) {
      EXPECT_GE(arc.low, -pi);
      EXPECT_LT(arc.low, pi);
      EXPECT_NEAR(arc.high - arc.low, 2 * std::acos(0.1) / n, 1e-9);
      EXPECT_GT(std::cos(n * (arc.low + arc.high) / 2 + 0.3), 0.999) << "its middle is where it holds most";
    }
  }
}

TEST(CircleSectors, KnowsAllAndNothing) {
  expect_arcs(circle_sectors([](double) { return true; }), {{-pi, pi}});
  expect_arcs(circle_sectors([](double) { return false; }), {});
}

}  // namespace
}  // namespace theta
