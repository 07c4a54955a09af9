// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

const std::vector<Corner> none;

/// How far the drawn line is from the function, at its worst.
double worst(const Samples& samples, double (*f)(double)) {
  double error = 0;
  for (std::size_t i = 0; i + 1 < samples.x.size(); ++i) {
    for (const double t : {0.25, 0.5, 0.75}) {
      const double x = samples.x[i] + t * (samples.x[i + 1] - samples.x[i]);
      const double y = samples.y[i] + t * (samples.y[i + 1] - samples.y[i]);
      error = std::max(error, std::abs(y - f(x)));
    }
  }
  return error;
}

TEST(Sample, KeepsItsTolerance) {
  double (*functions[])(double) = {[](double x) { return std::sin(5 * x); }, [](double x) { return x * x; },
                                   [](double x) { return std::tanh(20 * x); },
                                   [](double x) { return std::exp(-30 * (x - 1) * (x - 1)); }};
  for (const auto f : functions) {
    for (const double tolerance : {1e-2, 1e-3}) {
      const Samples samples = sample(f, -4, 4.1, none, tolerance, 1e9);
      EXPECT_LT(worst(samples, f), 1.5 * tolerance);
      EXPECT_TRUE(std::ranges::is_sorted(samples.x, std::less_equal()));
      EXPECT_EQ(samples.x.front(), -4);
      EXPECT_EQ(samples.x.back(), 4.1);
      EXPECT_FALSE(samples.left_at);
    }
  }
}

TEST(Sample, TakesMorePointsOnlyWhereTheyAreNeeded) {
  const auto line = sample([](double x) { return 3 * x + 1; }, -4, 4, none, 1e-3, 1e9);
  EXPECT_EQ(line.x.size(), 97u);
  const auto wave = sample([](double x) { return std::sin(20 * x); }, -4, 4, none, 1e-3, 1e9);
  EXPECT_GT(wave.x.size(), 300u);
}

TEST(Sample, AJumpIsNotDrawnOnWhicheverSideItsValueLies) {
  const std::vector<Corner> corners = {{-0.5, true}, {0.5, true}};
  const auto f = [](double x) { return std::abs(x) < 0.5 ? 1.0 : 0.0; };  // 0 at both corners
  const Samples samples = sample(f, -1, 1, corners, 1e-3, 1e9);
  for (std::size_t i = 0; i + 1 < samples.y.size(); ++i) {
    if (std::isnan(samples.y[i])) continue;
    EXPECT_EQ(samples.y[i], f(samples.x[i])) << samples.x[i];
    if (!std::isnan(samples.y[i + 1])) {
      EXPECT_EQ(samples.y[i], samples.y[i + 1]) << samples.x[i];
    }
  }
  for (const double corner : {-0.5, 0.5}) {
    const auto at = [&](std::size_t i) { return samples.x[i] == corner && !std::isnan(samples.y[i]); };
    std::size_t count = 0;
    for (std::size_t i = 0; i < samples.x.size(); ++i) count += at(i);
    EXPECT_EQ(count, 1u) << "the value at the corner itself is drawn";
  }
}

TEST(Sample, ACornerHasAPointOnEitherSide) {
  const std::vector<Corner> corners = {{0.013, true}};
  const auto f = [](double x) { return x > 0.013 ? 1.0 : 0.0; };
  const Samples samples = sample(f, -1, 1, corners, 1e-3, 1e9);
  const auto at = std::ranges::find(samples.x, 0.013);
  ASSERT_NE(at, samples.x.end());
  const auto i = static_cast<std::size_t>(at - samples.x.begin());
  EXPECT_EQ(samples.y[i], 0);
  EXPECT_TRUE(std::isnan(samples.y[i + 1])) << "the jump is not drawn";
  EXPECT_EQ(samples.x[i + 2], std::nextafter(0.013, 1));
  EXPECT_EQ(samples.y[i + 2], 1);
}

TEST(Sample, CornersOutsideTheRangeAreNothing) {
  const std::vector<Corner> corners = {{-5}, {-1}, {1}, {9, true}};
  EXPECT_EQ(sample([](double x) { return x; }, -1, 1, corners, 1e-3, 1e9).x.size(), 97u);
}

TEST(Sample, IsCutWhereItLeavesTheBound) {
  const Samples samples = sample([](double x) { return 1 / x; }, -1, 1, none, 1e-3, 100);
  ASSERT_TRUE(samples.left_at);
  EXPECT_NEAR(*samples.left_at, 0, 0.02);
  for (const double y : samples.y) EXPECT_TRUE(std::isnan(y) || std::abs(y) <= 100);
  EXPECT_TRUE(std::ranges::any_of(samples.y, [](double y) { return std::isnan(y); }));
}

TEST(Sample, WithoutAValueThereIsNoPoint) {
  const auto nowhere = sample([](double) { return NAN; }, 0, 1, none, 1e-3, 1);
  EXPECT_TRUE(nowhere.x.empty());
  EXPECT_EQ(nowhere.left_at, 0);
  const auto root = sample([](double x) { return std::sqrt(x); }, -1, 1, none, 1e-3, 10);
  EXPECT_NEAR(root.x.front(), 0, 1e-3);
  EXPECT_EQ(root.left_at, -1);
}

}  // namespace
}  // namespace theta
