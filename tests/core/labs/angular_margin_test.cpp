// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_scene.h"
#include "core/math/random.h"
#include "core/model/change.h"
#include "core/model/drag.h"
#include "tests/core/expect_near.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <Eigen/Core>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;
using enum MarginLoss;

/// The curve's value at an angle that is among its points.
double value_at(const Curve& curve, double theta) {
  for (std::size_t i = 0; i < curve.x.size(); ++i) {
    if (std::abs(curve.x[i] - theta) < 1e-12) return curve.y[i];
  }
  throw std::out_of_range("no such angle");
}

const AngularMargin golden_columns[] = {{.loss = softmax},
                                        {.loss = sphereface, .m = 4, .lambda = 5},
                                        {.loss = combined, .m1 = 1.35, .m2 = 0, .m3 = 0},
                                        {.loss = arcface, .m2 = 0.5},
                                        {.loss = am_softmax, .m3 = 0.35},
                                        {.loss = combined, .m1 = 1, .m2 = 0.3, .m3 = 0.2},
                                        {.loss = combined, .m1 = 0.9, .m2 = 0.4, .m3 = 0.15}};

/// Figure 4b of ArcFace.
TEST(AngularMarginLab, DrawsTheGoldenTargetLogits) {
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
  for (std::size_t column = 0; column < std::size(golden_columns); ++column) {
    const Figure figure = drawn(golden_columns[column]);
    const auto& curve = layer<Curve>(figure, "target", "target_logit");
    EXPECT_TRUE(std::ranges::is_sorted(curve.x, std::ranges::less_equal()));
    for (const auto& row : golden) expect_near(value_at(curve, row[0] * pi / 180), row[column + 1]);
  }
}

TEST(AngularMarginLab, DrawsTheGoldenStaircase) {
  const double golden[][5] = {{0, 1, 1, 1, 1},
                              {20, 0.939692620785908, 0.766044443118978, 0.5, 0.17364817766693},
                              {45, 0.707106781186548, 0, -0.707106781186548, -1},
                              {60, 0.5, -0.5, -1, -1.5},
                              {75, 0.258819045102521, -0.866025403784439, -1.29289321881345, -2.5},
                              {90, 0, -1, -2, -3},
                              {100, -0.17364817766693, -1.06030737921409, -2.5, -3.23395555688102},
                              {120, -0.5, -1.5, -3, -4.5},
                              {150, -0.866025403784439, -2.5, -4, -5.5},
                              {180, -1, -3, -5, -7}};
  for (int m = 1; m <= 4; ++m) {
    const Figure figure = drawn({.loss = m % 2 ? a_softmax : l_softmax, .m = m});
    for (const auto& row : golden)
      expect_near(value_at(layer<Curve>(figure, "target", "target_logit"), row[0] * pi / 180), row[m]);
  }
}

/// Away from its kinks the slope drawn is that of the curve drawn, by central differences.
TEST(AngularMarginLab, DrawsTheSlopeOfWhatItDraws) {
  for (const AngularMargin& lab : golden_columns) {
    const Figure figure = drawn(lab);
    const auto& curve = layer<Curve>(figure, "target", "target_logit");
    const auto& slope = layer<Curve>(figure, "slope", "target_logit_slope");
    const auto& by_cosine = layer<Curve>(figure, "cosine_slope", "cosine_slope");
    ASSERT_EQ(curve.x, slope.x);
    int compared = 0;
    for (std::size_t i = 1; i + 1 < curve.x.size(); ++i) {
      const double left = curve.x[i] - curve.x[i - 1], right = curve.x[i + 1] - curve.x[i];
      if (std::abs(left - right) > 1e-12 || std::isnan(curve.y[i - 1] + curve.y[i] + curve.y[i + 1]))
        continue;
      EXPECT_NEAR((curve.y[i + 1] - curve.y[i - 1]) / (2 * right), slope.y[i], 2e-3) << curve.x[i];
      EXPECT_NEAR(-by_cosine.y[i] * std::sin(curve.x[i]), slope.y[i], 1e-7);
      ++compared;
    }
    EXPECT_GT(compared, 600);
  }
}

TEST(AngularMarginLab, CutsArcfaceWhereItJumpsAndNowhereElse) {
  const auto cuts = [](const AngularMargin& lab) {
    const Figure figure = drawn(lab);
    const Curve curve = layer<Curve>(figure, "target", "target_logit");
    std::vector<double> at;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      if (!std::isnan(curve.y[i])) continue;
      at.push_back(curve.x[i]);
      EXPECT_NEAR(curve.x[i] - curve.x[i - 1], 1e-9, 1e-14);
      EXPECT_NEAR(curve.x[i + 1] - curve.x[i], 1e-9, 1e-14);
    }
    return at;
  };
  using enum ArcfaceFallback;
  ASSERT_EQ(cuts({.loss = arcface, .fallback = hard}).size(), 1u);
  EXPECT_NEAR(cuts({.loss = arcface, .fallback = hard})[0], pi - 0.5, 1e-15);
  ASSERT_EQ(cuts({.loss = arcface, .fallback = easy}).size(), 1u);
  EXPECT_NEAR(cuts({.loss = arcface, .fallback = easy})[0], pi / 2, 1e-15);
  EXPECT_TRUE(cuts({.loss = arcface, .fallback = clip}).empty());
  EXPECT_TRUE(cuts({.loss = arcface, .fallback = none}).empty());
  EXPECT_TRUE(cuts({.loss = arcface, .m2 = 0}).empty()) << "no margin, no jump";
  EXPECT_TRUE(cuts({.loss = a_softmax, .m = 7}).empty()) << "the staircase is joined";
}

/// The cosines 0.7, 0.3, −0.2 and 0.1 on the circle, the target first.
TEST(AngularMarginLab, ReadsTheGoldenLossesAndGradients) {
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

TEST(AngularMarginLab, ReadsTheIterationAtWhichAnnealingReachesLambda) {
  EXPECT_NEAR(reading(drawn({.loss = sphereface, .lambda = 5}), "annealing_iteration"), 1658.33, 0.01);
  EXPECT_TRUE(std::isnan(reading(drawn({.loss = arcface}), "annealing_iteration")));
}

TEST(AngularMarginLab, BarsSayWhichLossesAreWonBySample) {
  const Figure figure = drawn({.sample_angle = pi / 4});
  const auto& met = layer<Bars>(figure, "verdicts", "met");
  const auto& missed = layer<Bars>(figure, "verdicts", "missed");
  EXPECT_NEAR(met.base, std::cos(75 * pi / 180), 1e-12);
  EXPECT_EQ(missed.x, std::vector{1.0}) << "A-Softmax alone is lost";
  EXPECT_NEAR(missed.y.at(0), -1, 1e-12);
  EXPECT_EQ(met.x, (std::vector{0.0, 2.0, 3.0, 4.0}));
  const Figure with_combined = drawn({.loss = combined, .sample_angle = pi / 4});
  EXPECT_EQ(layer<Bars>(with_combined, "verdicts", "missed").x, (std::vector{1.0, 5.0}));
}

/// A drag of the ring moves the sample by the angle, on the side it stands on, also round the back.
TEST(AngularMarginLab, DraggingTheAngleMovesTheSample) {
  for (const double angle : {0.5, 3.0, -3.0}) {
    for (const double theta : {0.3, 1.0, 2.9}) {
      AngularMargin lab{.sample_angle = within_half_turns(angle + 0.7), .class_angles = {angle, 1}};
      const Figure figure = drawn(lab);
      const auto handle = std::ranges::find(figure.handles, "theta", &Handle::id);
      ASSERT_NE(handle, figure.handles.end());
      const auto edit = edit_of(margin_lab().fields, to_values(lab), moves(*handle, {theta, 0}).front());
      const auto changed = change(margin_lab().fields, to_values(lab), {*edit});
      const auto moved = from_values<AngularMargin>(std::get<Changed>(changed).values);
      EXPECT_NEAR(signed_theta(moved), theta, 1e-12);
    }
  }
}

/// Figure 5 of ArcFace.
TEST(AngularMarginLab, DrawsTheGoldenBoundaries) {
  const AngularMargin labs[] = {{.loss = normface},
                                {.loss = a_softmax, .m = 4},
                                {.loss = am_softmax, .m3 = 0.35},
                                {.loss = arcface, .m2 = 0.5}};
  const double golden[][5] = {{5, 5, 20, 49.7446909654, 33.6478897565},
                              {10, 10, 40, 50.5942726743, 38.6478897565},
                              {20, 20, 80, 53.8648013263, 48.6478897565},
                              {30, 30, 120, 58.9339809398, 58.6478897565},
                              {40, 40, 160, 65.4148927243, 68.6478897565}};
  for (std::size_t i = 0; i < std::size(labs); ++i) {
    AngularMargin lab = labs[i];
    lab.view = MarginView::plane;
    const Figure figure = drawn(lab);
    for (const auto& row : golden) {
      EXPECT_NEAR(value_at(layer<Curve>(figure, "plane", "boundary_1"), row[0] * pi / 180) * 180 / pi,
                  row[i + 1], 1e-10);
      EXPECT_NEAR(value_at(layer<Curve>(figure, "gap", "angle_gap"), row[0] * pi / 180), row[i + 1] - row[0],
                  1e-10);
    }
  }
}

/// Directions drawn in space have angles the wedge holds, and lie in a region where they win by the margin.
TEST(AngularMarginLab, RegionsOfThePlaneHoldTheDirectionsThatWin) {
  Random random(3);
  for (const AngularMargin& column : golden_columns) {
    AngularMargin lab = column;
    lab.view = MarginView::plane;
    lab.class_angles = {0, 1.2};
    const Figure figure = drawn(lab);
    int won = 0;
    for (int i = 0; i < 300; ++i) {
      const Eigen::Vector3d x =
          Eigen::Vector3d(random.normal(), random.normal(), random.normal()).normalized();
      const double first = std::acos(x.x()),
                   second = std::acos(std::cos(1.2) * x.x() + std::sin(1.2) * x.y());
      const Point at{first, second};
      EXPECT_TRUE(inside(layer<Polygons>(figure, "plane", "reachable").outlines, at));
      const double ours = target_logit(lab.margin(), first).value - std::cos(second);
      const double theirs = target_logit(lab.margin(), second).value - std::cos(first);
      const auto& region_1 = layer<Polygons>(figure, "plane", "region_1").outlines;
      const auto& region_2 = layer<Polygons>(figure, "plane", "region_2").outlines;
      EXPECT_TRUE(std::abs(ours) < 1e-3 || inside(region_1, at) == (ours > 0)) << first << " " << second;
      EXPECT_TRUE(std::abs(theirs) < 1e-3 || inside(region_2, at) == (theirs > 0)) << first << " " << second;
      won += ours > 0;
    }
    EXPECT_GT(won, 20);
  }
}

/// Eight classes evenly on the circle: the sectors won by the margin are those of the closed forms.
TEST(AngularMarginLab, DrawsTheGoldenSectors) {
  const std::pair<AngularMargin, double> golden[] = {{{.loss = normface}, 22.5},
                                                     {{.loss = a_softmax, .m = 4}, 9},
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
TEST(AngularMarginLab, TheGradientOnTheCircleIsTheSlopeOfTheLoss) {
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

TEST(AngularMarginLab, ArcfacesReleasedGradientTakesTheMarginsSlopeForOne) {
  const AngularMargin bent{.loss = arcface, .sample_angle = 1};
  AngularMargin straight = bent;
  straight.released_gradient = true;
  const double factor = std::sin(1.5) / std::sin(1.0);
  EXPECT_NEAR(reading(drawn(bent), "target_gradient"), factor * reading(drawn(straight), "target_gradient"),
              1e-12);
  EXPECT_EQ(reading(drawn(bent), "loss_value"), reading(drawn(straight), "loss_value"));
}

TEST(AngularMarginLab, SphereFacesReleasedGradientIsOfLengthOne) {
  const AngularMargin exact{.loss = a_softmax, .m = 2, .sample_angle = pi / 3};
  AngularMargin released = exact;
  released.released_gradient = true;
  // a = 4c = 2 and b = -(2c² + 1) = -1.5 for m = 2 at 60 degrees: of length 2.5.
  EXPECT_NEAR(reading(drawn(exact), "target_gradient"), 2.5 * reading(drawn(released), "target_gradient"),
              1e-12);
  EXPECT_NEAR(value_at(layer<Curve>(drawn(released), "cosine_slope", "released_slope"), pi / 3), 0.8, 1e-12);
  released.loss = normface;
  EXPECT_EQ(reading(drawn(released), "target_gradient"),
            reading(drawn({.loss = normface, .sample_angle = pi / 3}), "target_gradient"))
      << "a loss without released code of its own goes back exactly";
}

AngularMargin bounds(std::int64_t classes, int dimensions, double scale = 16) {
  return {.view = MarginView::bounds, .scale = scale, .classes = classes, .dimensions = dimensions};
}

TEST(AngularMarginLab, ReadsTheGoldenLossFloors) {
  const double scales[] = {1, 10, 16, 30, 64};
  const std::pair<int, std::array<double, 5>> golden[] = {
      {10,
       {1.37693492045019, 1.34499001326826e-4, 1.71179472160719e-7, 3.00441401582846e-14,
        1.17782115879952e-30}},
      {1000,
       {5.90847380294396, 0.0439238621820933, 1.10630299242431e-4, 9.07170992310374e-11,
        1.50278197359826e-25}},
      {10575,
       {8.2663159287104, 0.391775209343095, 0.00118744244733723, 9.86671743928053e-10,
        1.68563624641999e-24}}};
  for (const auto& [classes, row] : golden) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double got = reading(drawn(bounds(classes, 512, scales[i])), "least_loss");
      EXPECT_NEAR(got, row[i], 1e-12 * row[i]);
    }
  }
}

TEST(AngularMarginLab, ReadsTheGoldenScaleBounds) {
  const std::pair<int, std::array<double, 3>> golden[] = {
      {2, {1.09861228866811, 2.29755992506729, 3.45337738932428}},
      {8, {3.62524288559259, 5.72340124929117, 7.74608181174088}},
      {1000, {9.09487537662879, 11.4903727541544, 13.7996960477398}},
      {10575, {11.4622940067544, 13.8599625282267, 16.1713788624212}},
      {85742, {13.5561528747473, 15.9540201811433, 18.2656281493003}},
      {1000000, {16.0127181225659, 18.410610997469, 20.722243614348}}};
  for (const auto& [classes, row] : golden) {
    const Figure figure = drawn(bounds(classes, 512));
    expect_near(reading(figure, "scale_for_90"), row[0]);
    expect_near(reading(figure, "scale_for_99"), row[1]);
    expect_near(reading(figure, "scale_for_999"), row[2]);
  }
}

TEST(AngularMarginLab, ReadsTheGoldenMarginBounds) {
  const struct {
    int classes;
    double cosine_circle, angle_circle, cosine_simplex;
  } golden[] = {{2, 2, 3.14159265358979, 2},
                {3, 1.5, 2.0943951023932, 1.5},
                {4, 1, 1.5707963267949, 1.33333333333333},
                {8, 0.292893218813452, 0.785398163397448, 1.14285714285714},
                {20, 0.0489434837048464, 0.314159265358979, 1.05263157894737}};
  for (const auto& each : golden) {
    expect_near(reading(drawn(bounds(each.classes, 2)), "cosine_bound"), each.cosine_circle);
    expect_near(reading(drawn(bounds(each.classes, 2)), "angle_bound"), each.angle_circle);
    expect_near(reading(drawn(bounds(each.classes, 64)), "cosine_bound"), each.cosine_simplex);
  }
}

/// The figure of a step is that of the run at this step, in whatever order steps are visited.
TEST(AngularMarginLab, TrainsTheSameWhicheverWayAStepIsReached) {
  AngularMargin lab{.view = MarginView::training, .m2 = 0.3, .width = 8};
  std::vector<double> losses;
  for (const int step : {40, 5, 40, 12, 40}) {
    lab.step = step;
    const Figure figure = drawn(lab);
    const MarginTraining run(lab.task());
    TrainingState state = run.start();
    for (int i = 0; i < step; ++i) run.advance(state);
    EXPECT_EQ(reading(figure, "training_loss_value"), run.embedding(state).moment.loss);
    const auto& curve = layer<Curve>(figure, "loss", "training_loss");
    EXPECT_EQ(curve.x.back(), step);
    EXPECT_EQ(curve.x.size(), static_cast<std::size_t>(step));
    EXPECT_EQ(curve.y.back(), reading(figure, "training_loss_value"));
  }
}

}  // namespace
}  // namespace theta
