// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/angular_margin.h"

#include "core/math/random.h"
#include "tests/core/expect_near.h"
#include "tests/core/golden_margins.h"
#include "tests/core/math/degree.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

std::vector<Margin> every_margin() {
  std::vector<Margin> margins;
  for (int loss = 0; loss <= static_cast<int>(MarginLoss::combined); ++loss) {
    for (int m = 1; m <= 7; ++m)
      margins.push_back({.loss = static_cast<MarginLoss>(loss),
                         .m = m,
                         .m1 = 0.5 * m,
                         .m2 = 0.1 * m,
                         .m3 = 0.05 * m,
                         .lambda = 3.0 * (m - 1)});
  }
  for (const ArcfaceFallback fallback :
       {ArcfaceFallback::hard, ArcfaceFallback::easy, ArcfaceFallback::clip, ArcfaceFallback::none})
    margins.push_back({.loss = MarginLoss::arcface, .fallback = fallback});
  return margins;
}

TEST(AngularMargin, PsiIsGolden) {
  const struct {
    double degrees, m1, m2, m3, m4;
  } golden[] = {{0, 1, 1, 1, 1},
                {20, 0.939692620785908, 0.766044443118978, 0.5, 0.17364817766693},
                {45, 0.707106781186548, 0, -0.707106781186548, -1},
                {60, 0.5, -0.5, -1, -1.5},
                {75, 0.258819045102521, -0.866025403784439, -1.29289321881345, -2.5},
                {90, 0, -1, -2, -3},
                {100, -0.17364817766693, -1.06030737921409, -2.5, -3.23395555688102},
                {120, -0.5, -1.5, -3, -4.5},
                {150, -0.866025403784439, -2.5, -4, -5.5},
                {180, -1, -3, -5, -7}};
  for (const auto& each : golden) {
    int m = 0;
    for (const double want : {each.m1, each.m2, each.m3, each.m4}) {
      expect_near(psi(each.degrees * degree, ++m).value, want);
      expect_near(psi_of_cosine(std::cos(each.degrees * degree), m).value, want);
    }
  }
}

TEST(AngularMargin, PsiSlopesAreGolden) {
  const std::pair<double, double> golden[] = {
      {10, 14.8066652543732}, {20, 11.5175409662873}, {30, 6.92820323027551}, {60, 4}, {120, 4}};
  for (const auto& [degrees, want] : golden)
    expect_near(psi_of_cosine(std::cos(degrees * degree), 4).slope, want);
  expect_near(psi_of_cosine(1, 4).slope, 16);
}

TEST(AngularMargin, PsiFallsWithoutAJumpAndRestsAtItsKnots) {
  for (int m = 1; m <= 16; ++m) {
    expect_near(psi(0, m).value, 1);
    expect_near(psi(pi, m).value, 1 - 2 * m);
    for (int k = 0; k <= m; ++k) {
      expect_near(psi(k * pi / m, m).value, 1 - 2 * k);
      EXPECT_NEAR(psi(k * pi / m, m).slope, 0, 1e-12 * m);
    }
    double before = 1;
    for (int i = 0; i <= 1000; ++i) {
      const double theta = pi * i / 1000;
      const Differentiable here = psi(theta, m);
      EXPECT_LE(here.value, before + 1e-12);
      EXPECT_LE(here.value, std::cos(theta) + 1e-12);
      expect_near(psi_of_cosine(std::cos(theta), m).value, here.value, 1e-11);
      before = here.value;
    }
  }
}

/// The sign forms of the released layer, for m = 2, 3 and 4.
TEST(AngularMargin, PsiAgreesWithTheReleasedPolynomials) {
  const auto sign = [](double x) { return x > 0 ? 1.0 : x < 0 ? -1.0 : 0.0; };
  for (int i = 1; i < 1000; ++i) {
    const double c = -1 + i / 499.7;
    const double s0 = sign(c), s1 = sign(std::abs(c) - 0.5), s3 = s0 * sign(2 * c * c - 1);
    expect_near(psi_of_cosine(c, 2).value, 2 * s0 * c * c - 1);
    expect_near(psi_of_cosine(c, 3).value, s1 * (4 * c * c * c - 3 * c) + s0 * (1 + s1) - 2);
    expect_near(psi_of_cosine(c, 4).value, s3 * (8 * std::pow(c, 4) - 8 * c * c + 1) + 2 * s0 + s3 - 3);
    expect_near(psi_of_cosine(c, 2).slope, 4 * std::abs(c));
  }
}

TEST(AngularMargin, TargetLogitsAreGolden) {
  for (const auto& row : golden_target_logits) {
    for (std::size_t i = 0; i < std::size(golden_margins); ++i)
      expect_near(target_logit(golden_margins[i], row[0] * degree).value, row[i + 1]);
  }
}

TEST(AngularMargin, LossesAndGradientsAreGolden) {
  using enum MarginLoss;
  for (const GoldenLoss& each : golden_losses) {
    Margin margin{.loss = each.loss, .lambda = 5};
    if (each.loss == combined) margin = {.loss = combined, .m1 = 1, .m2 = 0.3, .m3 = 0.2};
    const double cosines[] = {0.7, 0.3, -0.2, 0.1},
                 scales[] = {each.scale, each.scale, each.scale, each.scale};
    expect_near(target_logit_of_cosine(margin, 0.7).value, each.target);
    const MarginLossValue got = margin_loss(margin, cosines, scales, 0);
    // Relative to the number itself: rows with a loss of 1e-11 are what the stable form is for.
    EXPECT_NEAR(got.loss / each.value, 1, 2e-12);
    expect_near(got.probability, each.probability);
    EXPECT_NEAR(got.cosine_gradient[0] / each.own, 1, 2e-12);
    EXPECT_NEAR(got.cosine_gradient[1] / each.other, 1, 2e-12);
  }
}

TEST(AngularMargin, BothPathsGiveTheSameValueAndSlope) {
  for (const Margin& margin : every_margin()) {
    for (int i = 1; i < 400; ++i) {
      const double theta = pi * i / 400 + 1e-5, c = std::cos(theta);
      if (theta >= pi) continue;
      const Differentiable by_angle = target_logit(margin, theta),
                           by_cosine = target_logit_of_cosine(margin, c);
      expect_near(by_cosine.value, by_angle.value, 1e-11);
      expect_near(-by_cosine.slope * std::sin(theta), by_angle.slope, 1e-9);
    }
  }
}

TEST(AngularMargin, SlopesAgreeWithDifferences) {
  for (const Margin& margin : every_margin()) {
    for (int i = 1; i < 300; ++i) {
      const double theta = pi * i / 300, h = 1e-6;
      const auto knot = switch_angle(margin);
      if (theta + h > pi || (knot && std::abs(theta - *knot) < 1e-4)) continue;
      const double difference =
          (target_logit(margin, theta + h).value - target_logit(margin, theta - h).value) / (2 * h);
      EXPECT_NEAR(target_logit(margin, theta).slope, difference, 1e-4);  // a knot of psi bends: h m^2
    }
  }
}

TEST(AngularMargin, LossGradientsAgreeWithDifferences) {
  Random random(3);
  for (const Margin& margin : every_margin()) {
    for (int n = 0; n < 20; ++n) {
      std::vector<double> cosines(5), scales(5);
      for (double& c : cosines) c = 1.9 * random.uniform() - 0.95;
      for (double& s : scales) s = 1 + 20 * random.uniform();
      const auto knot = switch_angle(margin);
      if (knot && std::abs(cosines[2] - std::cos(*knot)) < 1e-4) continue;
      const MarginLossValue value = margin_loss(margin, cosines, scales, 2);
      double sum = 0;
      for (std::size_t j = 0; j < 5; ++j) {
        const double h = 1e-6, at = cosines[j];
        cosines[j] = at + h;
        const double above = margin_loss(margin, cosines, scales, 2).loss;
        cosines[j] = at - h;
        const double below = margin_loss(margin, cosines, scales, 2).loss;
        cosines[j] = at;
        EXPECT_NEAR(value.cosine_gradient[j], (above - below) / (2 * h), 2e-4 * std::max(1.0, scales[j]));
        sum += value.logit_gradient[j];
      }
      EXPECT_NEAR(sum, 0, 1e-14);
    }
  }
}

TEST(AngularMargin, NothingOverflowsAtTheEndsOfEveryRange) {
  for (Margin margin : every_margin()) {
    for (const int m : {1, 16}) {
      margin.m = m;
      for (const double scale : {1e-3, 1.0, 1e3, 1e6}) {
        for (const double own : {-1.0, 0.0, 1.0}) {
          const double cosines[] = {own, 1, -1}, scales[] = {scale, scale, scale};
          const MarginLossValue value = margin_loss(margin, cosines, scales, 0);
          EXPECT_TRUE(std::isfinite(value.loss) && value.loss >= 0);
          for (const double gradient : value.cosine_gradient) EXPECT_TRUE(std::isfinite(gradient));
        }
      }
      for (const double theta : {0.0, pi}) {
        EXPECT_TRUE(std::isfinite(target_logit(margin, theta).value));
        EXPECT_TRUE(std::isfinite(target_logit(margin, theta).slope));
      }
    }
  }
}

TEST(AngularMargin, ArcfaceSwitchesWhereItWouldRise) {
  const double threshold = pi - 0.5;
  expect_near(std::cos(threshold), -0.877582561890373);
  expect_near(0.5 * std::sin(threshold), 0.239712769302102);
  expect_near(threshold / degree, 151.352110243459);
  const auto at = [](ArcfaceFallback fallback, double theta) {
    return target_logit({.loss = MarginLoss::arcface, .m2 = 0.5, .fallback = fallback}, theta);
  };
  expect_near(at(ArcfaceFallback::hard, threshold - 1e-9).value, -1, 1e-8);
  expect_near(at(ArcfaceFallback::hard, threshold + 1e-12).value, -1.11729533119247, 1e-11);
  expect_near(at(ArcfaceFallback::easy, pi / 2 - 1e-12).value, -0.479425538604203, 1e-11);
  EXPECT_NEAR(at(ArcfaceFallback::easy, pi / 2 + 1e-12).value, 0, 1e-11);
  EXPECT_EQ(at(ArcfaceFallback::clip, 3).value, -1);
  EXPECT_EQ(at(ArcfaceFallback::clip, 3).slope, 0);
  EXPECT_GT(at(ArcfaceFallback::none, 3).slope, 0) << "as written it rises again";
}

TEST(AngularMargin, HeadsThatSkipTheDerivativeTakeOne) {
  const double cosines[] = {0.7, 0.3}, scales[] = {16, 16};
  const Margin margin{.loss = MarginLoss::arcface};
  const MarginLossValue exact = margin_loss(margin, cosines, scales, 0);
  const MarginLossValue skipped = margin_loss(margin, cosines, scales, 0, BackwardRule::identity);
  const double theta = std::acos(0.7);
  expect_near(exact.cosine_gradient[0] / skipped.cosine_gradient[0], std::sin(theta + 0.5) / std::sin(theta));
  EXPECT_EQ(exact.cosine_gradient[1], skipped.cosine_gradient[1]);
}

TEST(AngularMargin, AMultipliedAngleHasItsLimitAtNought) {
  const Margin four{.loss = MarginLoss::combined, .m1 = 4, .m2 = 0, .m3 = 0};
  EXPECT_NEAR(target_logit_of_cosine(four, 1).slope, 16, 1e-4) << "m1 squared, as psi has it";
  EXPECT_EQ(target_logit_of_cosine(four, 1).value, 1);
}

TEST(AngularMargin, ReleasedLayersScaleTheGradientToLengthOne) {
  for (int m = 2; m <= 4; ++m) {
    for (const double theta : {0.05, 0.4, 1.0, 1.5, 2.2, 3.1}) {
      const double c = std::cos(theta);
      const Differentiable psi = psi_of_cosine(c, m);
      const double on_weight = psi.slope, on_feature = psi.value - c * psi.slope;
      const Margin bare{.loss = MarginLoss::a_softmax, .m = m},
          mixed{.loss = MarginLoss::sphereface, .m = m, .lambda = 5};
      const double scaled = backward_slope(bare, c, BackwardRule::unit_length);
      expect_near(scaled * std::hypot(on_weight, on_feature), on_weight);
      EXPECT_LE(scaled, 1);
      expect_near(backward_slope(mixed, c, BackwardRule::unit_length), (5 + scaled) / 6);
      EXPECT_EQ(backward_slope(bare, c, BackwardRule::exact), psi.slope);
    }
  }
}

TEST(AngularMargin, AnnealingIsGolden) {
  const std::pair<double, double> golden[] = {{1, 892.857142857143},
                                              {10, 454.545454545455},
                                              {100, 76.9230769230769},
                                              {500, 16.3934426229508},
                                              {1000, 8.26446280991736},
                                              {1658, 5.00100020004001},
                                              {1659, 5},
                                              {28000, 5}};
  for (const auto& [iteration, want] : golden) expect_near(annealed_lambda(iteration), want);
  EXPECT_NEAR(annealing_iteration(5), 1658.33, 0.005);
}

}  // namespace
}  // namespace theta
