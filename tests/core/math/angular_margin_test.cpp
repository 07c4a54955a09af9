// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/angular_margin.h"

#include "core/math/random.h"
#include "tests/core/expect_near.h"
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
  const Margin margins[] = {{.loss = MarginLoss::softmax},
                            {.loss = MarginLoss::sphereface, .m = 4, .lambda = 5},
                            {.loss = MarginLoss::combined, .m1 = 1.35, .m2 = 0, .m3 = 0},
                            {.loss = MarginLoss::arcface, .m2 = 0.5},
                            {.loss = MarginLoss::am_softmax, .m3 = 0.35},
                            {.loss = MarginLoss::combined, .m1 = 1, .m2 = 0.3, .m3 = 0.2},
                            {.loss = MarginLoss::combined, .m1 = 0.9, .m2 = 0.4, .m3 = 0.15}};
  const double golden[][8] = {
      {0, 1, 1, 1, 0.8775825618904, 0.65, 0.7553364891256, 0.7710609940029},
      {20, 0.9396926207859, 0.8120185469327, 0.8910065241884, 0.6606846661114, 0.5896926207859,
       0.5966487857609, 0.605644174557},
      {30, 0.8660254037844, 0.6383545031537, 0.7604059656, 0.5202960232132, 0.5160254037844, 0.4795855654143,
       0.4938791269995},
      {40, 0.766044443119, 0.4817549324682, 0.5877852522925, 0.3640984489322, 0.416044443119, 0.3418734815495,
       0.366259638423},
      {60, 0.5, 0.1666666666667, 0.1564344650402, 0.02359658529091, 0.15, 0.02174023826246, 0.07634001188772},
      {80, 0.1736481776669, -0.3163005924641, -0.3090169943749, -0.3197513747849, -0.1763518223331,
       -0.3251381502965, -0.2357353520147},
      {90, 0, -0.5, -0.5224985647159, -0.4794255386042, -0.35, -0.4955202066613, -0.3905382724459},
      {100, -0.1736481776669, -0.6836994075359, -0.7071067811865, -0.624532600034, -0.5236481776669,
       -0.6569230310872, -0.5394183423087},
      {120, -0.5, -1.166666666667, -0.9510565162952, -0.8539859765995, -0.85, -0.9335962508632,
       -0.8049823520203},
      {150, -0.8660254037844, -1.638354503154, -0.9238795325113, -0.9997215618174, -1.216025403784,
       -1.175105772076, -1.076648825311},
      {180, -1, -2, -0.4539904997395, -1.239712769302, -1.35, -1.155336489126, -1.146317945946}};
  for (const auto& row : golden) {
    for (std::size_t i = 0; i < 7; ++i)
      expect_near(target_logit(margins[i], row[0] * degree).value, row[i + 1]);
  }
}

TEST(AngularMargin, LossesAndGradientsAreGolden) {
  using enum MarginLoss;
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
      {30, normface, 0.7, 6.15942524330313e-6, 0.999993840593726, -1.84782188222472e-4, 1.84325235258843e-4},
      {30, am_softmax, 0.35, 0.201865419220102, 0.817204900614828, -5.48385298155516, 5.47029181044805},
      {30, arcface, 0.271929476247509, 1.20207926327838, 0.300568600478547, -28.2747993857973,
       20.9310526903698},
      {30, sphereface, 0.416533333333333, 0.0299408418461859, 0.970502945012811, -0.770463076265366,
       0.882723327219803},
      {30, combined, 0.257691901881909, 1.5188518694178, 0.218963140966925, -29.1718258218144,
       23.3731623440518},
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
