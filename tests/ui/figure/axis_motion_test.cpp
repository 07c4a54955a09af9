// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/axis_motion.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

std::vector<PanelShape> shapes(double high, AxisScale scale = AxisScale::linear) {
  return {{.id = "panel",
           .x = {.low = 0, .high = 1},
           .y = {.scale = scale, .low = 1, .high = high},
           .cell = {},
           .title = {},
           .hint = {},
           .names = {}}};
}

double high_of(const AxisMotion& motion) { return motion.shown().front().y.high; }

TEST(AxisMotion, LimitsGoToTheirNewPlaceStepByStep) {
  AxisMotion motion;
  motion.aim(shapes(2));
  EXPECT_EQ(high_of(motion), 2) << "the first figure is shown as it is";
  motion.aim(shapes(4));
  motion.begin();
  EXPECT_EQ(high_of(motion), 2);
  EXPECT_TRUE(motion.moving());
  motion.advance(0.5);
  EXPECT_NEAR(high_of(motion), 3, 1e-12);
  motion.advance(1);
  EXPECT_EQ(high_of(motion), 4);
  EXPECT_FALSE(motion.moving());
}

TEST(AxisMotion, ALogAxisMovesByFactors) {
  AxisMotion motion;
  motion.aim(shapes(10, AxisScale::log));
  motion.aim(shapes(1000, AxisScale::log));
  motion.begin();
  motion.advance(0.5);
  EXPECT_NEAR(high_of(motion), 100, 1e-9);
}

TEST(AxisMotion, HeldAxesStayUntilTheyAreLetGo) {
  AxisMotion motion;
  motion.aim(shapes(2));
  motion.hold(true);
  motion.aim(shapes(9));
  motion.advance(0.7);
  EXPECT_EQ(high_of(motion), 2);
  EXPECT_FALSE(motion.moving());
  motion.hold(false);
  EXPECT_TRUE(motion.moving());
  motion.arrive();
  EXPECT_EQ(high_of(motion), 9);
}

TEST(AxisMotion, ANewAimUnderWayDoesNotJump) {
  AxisMotion motion;
  motion.aim(shapes(2));
  motion.aim(shapes(4));
  motion.begin();
  motion.advance(0.5);
  motion.aim(shapes(10));
  EXPECT_NEAR(high_of(motion), 3, 1e-12);
  motion.advance(0.5);
  EXPECT_NEAR(high_of(motion), 3, 1e-12) << "no time has passed";
  motion.advance(1);
  EXPECT_EQ(high_of(motion), 10);
}

TEST(AxisMotion, AnotherKindOfAxisIsShownAtOnce) {
  AxisMotion motion;
  motion.aim(shapes(2));
  motion.aim(shapes(100, AxisScale::log));
  EXPECT_EQ(high_of(motion), 100);
}

}  // namespace
}  // namespace theta
