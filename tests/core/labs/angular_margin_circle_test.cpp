// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_scene.h"
#include "tests/core/labs/angular_margin_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;
using enum MarginLoss;

/// Eight classes evenly on the circle: the sectors won by the margin are those of the closed forms.
TEST(AngularMarginCircle, DrawsTheGoldenSectors) {
  const std::pair<AngularMargin, double> golden[] = {{{.loss = normface}, 22.5},
                                                     {{.loss = a_softmax, .m = 4, .lambda = 0}, 9},
                                                     {{.loss = arcface, .m2 = 0.1}, 19.6352110243459},
                                                     {{.loss = arcface, .m2 = 0.3}, 13.9056330730377},
                                                     {{.loss = arcface, .m2 = 0.5}, 8.17605512172942},
                                                     {{.loss = am_softmax, .m3 = 0.1}, 14.9924811856565},
                                                     {{.loss = am_softmax, .m3 = 0.2}, 7.3520389755982}};
  for (auto [lab, half] : golden) {
    lab.view = MarginView::circle;
    lab.class_angles.clear();
    for (int k = 0; k < 8; ++k) lab.class_angles.push_back(within_half_turns(k * pi / 4));
    const Figure figure = drawn(lab);
    for (int k = 0; k < 8; ++k) {
      const auto& sector = layer<Arcs>(figure, "circle", "sector_" + std::to_string(k)).arcs;
      ASSERT_EQ(sector.size(), 1u);
      EXPECT_NEAR((sector[0].to - sector[0].from) / 2 * 180 / pi, half, 1e-8);
      EXPECT_NEAR(within_half_turns((sector[0].to + sector[0].from) / 2 - k * pi / 4), 0, 1e-10);
      const auto& decision = layer<Arcs>(figure, "circle", "decision_" + std::to_string(k)).arcs;
      EXPECT_NEAR(decision.at(0).to - decision.at(0).from, pi / 4, 1e-9);
    }
  }
}

/// The loss curve has the slope along the circle that the gradient's arrow shows, and passes through the
/// ring.
TEST(AngularMarginCircle, TheGradientOnTheCircleIsTheSlopeOfTheLoss) {
  for (const AngularMargin& column : golden_columns) {
    AngularMargin lab = column;
    lab.view = MarginView::circle;
    lab.scale = 4;
    lab.sample_angle = 0.9;
    const auto loss_at = [&](double angle) {
      AngularMargin turned = lab;
      turned.sample_angle = angle;
      return reading(drawn(turned), "loss_value");
    };
    const Figure figure = drawn(lab);
    const double slope = (loss_at(0.9 + 1e-6) - loss_at(0.9 - 1e-6)) / 2e-6;
    const Arrow step = layer<Arrows>(figure, "circle", "gradient_step").arrows.at(0);
    const double along =
        -std::sin(0.9) * (step.tip.x - step.tail.x) + std::cos(0.9) * (step.tip.y - step.tail.y);
    EXPECT_NEAR(along, -0.5 * std::tanh(slope / lab.scale), 1e-7);
    const auto& curve = layer<Curve>(figure, "loss", "loss");
    EXPECT_NEAR(value_at(curve, pi / 4), loss_at(pi / 4), 1e-12);
  }
}

}  // namespace
}  // namespace theta
