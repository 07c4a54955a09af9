// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/angular_margin_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

using enum MarginLoss;

/// The cosines 0.7, 0.3, −0.2 and 0.1 on the circle, the target first.
TEST(AngularMarginScene, ReadsTheGoldenLossesAndGradients) {
  const struct {
    double scale;
    MarginLoss loss;
    double target, value, probability, own, other;
  } golden[] = {
      {16, normface, 0.7, 0.0017283489441413, 0.998273143790782, -0.0276296993474838, 0.0265390080428765},
      {16, am_softmax, 0.35, 0.383761503634372, 0.681293893922538, -5.09929769723939, 4.89800127384964},
      {16, arcface, 0.271929476247509, 0.967494599875372, 0.380033983546297, -13.3666020738056,
       9.52788252383114},
      {16, sphereface, 0.416533333333333, 0.149572234046023, 0.861076236752688, -1.93530063787722,
       2.13503524525487},
      {16, combined, 0.257691901881909, 1.11471508844579, 0.328008719061808, -13.3861118073741,
       10.327427329714},
      {64, normface, 0.7, 7.62188623672033e-12, 0.999999999992378, -4.87800719148242e-10,
       4.87799372445108e-10},
      {64, am_softmax, 0.35, 0.0399534412900783, 0.960834173310491, -2.50661290812859, 2.50660598795949},
      {64, arcface, 0.271929476247509, 1.94998880000088, 0.142275665064914, -73.9708924026353,
       54.8942058854268},
      {64, sphereface, 0.416533333333333, 5.76567078697132e-4, 0.999423599104161, -0.0321185949852085,
       0.036889555490027},
      {64, combined, 0.257691901881909, 2.77228013718715, 0.0625192895418685, -74.698716863877,
       59.9985998268309}};
  for (const auto& each : golden) {
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
