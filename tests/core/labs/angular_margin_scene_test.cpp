// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/golden_margins.h"
#include "tests/core/labs/angular_margin_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

using enum MarginLoss;

/// The cosines 0.7, 0.3, −0.2 and 0.1 on the circle, the target first.
TEST(AngularMarginScene, ReadsTheGoldenLossesAndGradients) {
  for (const GoldenLoss& each : golden_losses) {
    AngularMargin lab{.loss = each.loss,
                      .m = 4,
                      .lambda = 5,
                      .m2 = 0.5,
                      .m3 = 0.35,
                      .scale = each.scale,
                      .sample_angle = 0};
    if (each.loss == combined) lab.m2 = 0.3, lab.m3 = 0.2;
    lab.class_angles = {std::acos(0.7), std::acos(0.3), std::acos(-0.2), std::acos(0.1)};
    const Figure figure = drawn(lab);
    expect_near(reading(figure, "theta"), 0.795398830184144);
    expect_near(reading(figure, "target_value"), each.target);
    expect_near(reading(figure, "rival_value"), 0.3);
    expect_near(reading(figure, "loss_value"), each.value, 1e-11);
    expect_near(reading(figure, "probability"), each.probability);
    expect_near(reading(figure, "target_gradient"), each.own, 1e-11);
    expect_near(reading(figure, "rival_gradient"), each.other, 1e-11);
  }
}

TEST(AngularMarginScene, ReadsTheIterationAtWhichAnnealingReachesLambda) {
  EXPECT_NEAR(reading(drawn({.loss = sphereface, .lambda = 5}), "annealing_iteration"), 1658.33, 0.01);
  EXPECT_TRUE(std::isnan(reading(drawn({.loss = arcface}), "annealing_iteration")));
}

TEST(AngularMarginScene, ArcfacesReleasedGradientTakesTheMarginsSlopeForOne) {
  const AngularMargin bent{.loss = arcface, .sample_angle = 1};
  AngularMargin straight = bent;
  straight.released_gradient = true;
  const double factor = std::sin(1.5) / std::sin(1.0);
  EXPECT_NEAR(reading(drawn(bent), "target_gradient"), factor * reading(drawn(straight), "target_gradient"),
              1e-12);
  EXPECT_EQ(reading(drawn(bent), "loss_value"), reading(drawn(straight), "loss_value"));
}

}  // namespace
}  // namespace theta
