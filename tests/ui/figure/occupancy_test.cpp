// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/occupancy.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace theta {
namespace {

TEST(Occupancy, KnowsWhereALineAndAnAreaLie) {
  Occupancy drawn(QRectF(10, 10, 200, 100));
  EXPECT_TRUE(drawn.is_free(QRectF(20, 20, 50, 50)));
  drawn.add_line(std::array{QPointF(10, 60), QPointF(210, 60)});
  EXPECT_FALSE(drawn.is_free(QRectF(20, 50, 50, 20)));
  EXPECT_TRUE(drawn.is_free(QRectF(20, 20, 50, 30)));
  EXPECT_FALSE(drawn.is_free(QRectF(0, 20, 50, 30))) << "beyond the plot";
  drawn.add_area(QRectF(20, 20, 10, 10));
  EXPECT_FALSE(drawn.is_free(QRectF(24, 24, 50, 20)));
}

TEST(Occupancy, TellsGuidesFromData) {
  Occupancy drawn(QRectF(0, 0, 200, 100));
  drawn.add_line(std::array{QPointF(50, 0), QPointF(50, 100)}, Drawn::guide);
  const auto [guides, none] = drawn.covered(QRectF(40, 40, 20, 3));
  EXPECT_EQ(guides, 1);
  EXPECT_EQ(none, 0);
  drawn.add_line(std::array{QPointF(0, 42), QPointF(200, 42)});
  const auto [beside, data] = drawn.covered(QRectF(40, 40, 20, 3));
  EXPECT_EQ(beside, 0) << "data lies over it";
  EXPECT_EQ(data, 6);
}

TEST(Occupancy, SumsCountTheSame) {
  Occupancy drawn(QRectF(0, 0, 203, 97));
  std::mt19937 random(3);
  const auto any = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  for (int n = 0; n < 20; ++n) drawn.add_area(QRectF(any(-20, 200), any(-20, 90), any(1, 40), any(1, 30)));
  const Occupancy::Sums sums(drawn);
  for (int n = 0; n < 500; ++n) {
    const QRectF area(any(-60, 220), any(-60, 120), any(1, 150), any(1, 90));
    EXPECT_EQ(sums.taken(area), drawn.taken(area));
  }
}

}  // namespace
}  // namespace theta
