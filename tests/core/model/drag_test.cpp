// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drag.h"

#include "core/model/change.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

struct Small {
  double real = 1;
  int even = 4;
  std::vector<double> weights = {1, 2, 3};
  Point point = {0, 0};
  bool on = false;
  double heading = 0, sweep = 0;

  static void describe(auto&& field) {
    field(&Small::real, Name{.id = "real"}, Real{.low = 0, .high = 2});
    field(&Small::even, Name{.id = "even"}, Integer{.low = 1, .high = 11, .multiple = 2});
    field(&Small::weights, Name{.id = "weights"}, Reals{.low = 0, .high = 5});
    field(&Small::point, Name{.id = "point"}, Plane{.reach = 3});
    field(&Small::on, Name{.id = "on"}, Toggle{});
    field(&Small::heading, Name{.id = "heading"}, Real{.low = -pi, .high = pi, .angle = true});
    field(&Small::sweep, Name{.id = "sweep"}, Real{.low = 0, .high = pi, .angle = true});
  }
};

class Drag : public testing::Test {
 protected:
  std::optional<Edit> edit(const Move& move) const { return edit_of(fields<Small>(), values_, move); }
  Values values_ = to_values(Small{});
};

TEST_F(Drag, TakesANumberToTheNearestAllowedOne) {
  EXPECT_EQ(edit({"real", 1.5}), (Edit{0, 1.5}));
  EXPECT_EQ(edit({"real", 7.0}), (Edit{0, 2.0}));
  EXPECT_EQ(edit({"real", -7.0}), (Edit{0, 0.0}));
  EXPECT_EQ(edit({"even", 5.1}), (Edit{1, std::int64_t{6}}));
  EXPECT_EQ(edit({"even", 99.0}), (Edit{1, std::int64_t{10}}));
  EXPECT_EQ(edit({"even", -99.0}), (Edit{1, std::int64_t{2}}));
}

TEST_F(Drag, TakesAnAngleRoundWhereItMayPointAnywhere) {
  const auto angle = [&](const char* id, double to) { return std::get<double>(edit({id, to})->value); };
  EXPECT_EQ(angle("heading", pi), pi);
  EXPECT_EQ(angle("heading", -pi), -pi);
  EXPECT_NEAR(angle("heading", pi + 0.25), 0.25 - pi, 1e-12);
  EXPECT_NEAR(angle("heading", -pi - 0.25), pi - 0.25, 1e-12);
  EXPECT_NEAR(angle("heading", 7 * pi + 1), 1 - pi, 1e-12);
  EXPECT_EQ(angle("sweep", pi + 0.25), pi) << "half a turn ends at its ends";
}

TEST_F(Drag, MovesOneElementOfAList) {
  EXPECT_EQ(edit({"weights", 4.5, 1}), (Edit{2, std::vector{1.0, 4.5, 3.0}}));
  EXPECT_EQ(edit({"weights", 9.0, 2}), (Edit{2, std::vector{1.0, 2.0, 5.0}}));
  EXPECT_EQ(edit({"weights", 4.5, 3}), std::nullopt) << "there is no fourth";
  EXPECT_EQ(edit({"weights", 4.5}), std::nullopt) << "which one?";
}

struct Law {
  std::vector<double> shares = {0.5, 0.3, 0.2};

  static void describe(auto&& field) {
    field(&Law::shares, Name{.id = "shares"},
          Reals{.low = 0.01, .high = 1, .least = 2, .most = 4, .sums_to_one = true});
  }
};

TEST(DragOfShares, LeavesTheOthersTheRestInProportion) {
  const std::vector<Field> fields = theta::fields<Law>();
  const auto moved = [&](const std::vector<double>& from, double to, std::size_t element) {
    const auto edit = edit_of(fields, to_values(Law{from}), {"shares", to, element});
    EXPECT_TRUE(edit && !check(fields, {edit->value}).size());
    return std::get<std::vector<double>>(edit->value);
  };
  const auto expect_near = [](const std::vector<double>& got, const std::vector<double>& want) {
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t k = 0; k < got.size(); ++k) EXPECT_NEAR(got[k], want[k], 1e-15) << k;
  };
  expect_near(moved({0.5, 0.3, 0.2}, 0.5, 0), {0.5, 0.3, 0.2});
  expect_near(moved({0.5, 0.3, 0.2}, 0.02, 2), {0.01 + 0.96 * 0.49 / 0.78, 0.01 + 0.96 * 0.29 / 0.78, 0.02});
  expect_near(moved({0.5, 0.3, 0.2}, 7, 1), {0.01, 0.98, 0.01});
  expect_near(moved({0.5, 0.3, 0.2}, -7, 1), {0.01 + 0.97 * 0.49 / 0.68, 0.01, 0.01 + 0.97 * 0.19 / 0.68});
  expect_near(moved({0.01, 0.98, 0.01}, 0.5, 1), {0.25, 0.5, 0.25});
  expect_near(moved({0.4, 0.6}, 0.75, 1), {0.25, 0.75});
}

TEST_F(Drag, KeepsAPointWithinReach) {
  EXPECT_EQ(edit({"point", Point{1, -9}}), (Edit{3, Point{1, -3}}));
  EXPECT_EQ(edit({"point", Point{NAN, 0}}), std::nullopt);
}

TEST_F(Drag, OfWhatCannotBeDraggedIsNoEdit) {
  EXPECT_EQ(edit({"on", 1.0}), std::nullopt);
  EXPECT_EQ(edit({"point", 1.0}), std::nullopt);
  EXPECT_EQ(edit({"real", Point{1, 1}}), std::nullopt);
  EXPECT_EQ(edit({"missing", 1.0}), std::nullopt);
  EXPECT_EQ(edit({"real", INFINITY}), std::nullopt);
}

}  // namespace
}  // namespace theta
