// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_scene.h"
#include "core/model/drag.h"
#include "core/model/tex.h"
#include "tests/core/expect_near.h"
#include "tests/core/golden_margins.h"
#include "tests/core/labs/angular_margin_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;
using enum MarginLoss;

/// Figure 4b of ArcFace.
TEST(AngularMarginCurves, DrawsTheGoldenTargetLogits) {
  for (std::size_t column = 0; column < std::size(golden_columns); ++column) {
    const Figure figure = drawn(golden_columns[column]);
    const auto& curve = layer<Curve>(figure, "target", "target_logit");
    EXPECT_TRUE(std::ranges::is_sorted(curve.x, std::ranges::less_equal()));
    for (const auto& row : golden_target_logits)
      expect_near(value_at(curve, row[0] * pi / 180), row[column + 1]);
  }
}

TEST(AngularMarginCurves, DrawsTheGoldenStaircase) {
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
    const Figure figure = drawn({.loss = m % 2 ? a_softmax : l_softmax, .m = m, .lambda = 0});
    for (const auto& row : golden)
      expect_near(value_at(layer<Curve>(figure, "target", "target_logit"), row[0] * pi / 180), row[m]);
  }
}

/// With λ the same curve under all three names; where SphereFace is drawn too, λ is its own.
TEST(AngularMarginCurves, LAndASoftmaxAreAnnealedToo) {
  const auto values = [](const AngularMargin& lab, const char* id) {
    return layer<Curve>(drawn(lab), "target", id).y;
  };
  const std::vector<double> mixed = values({.loss = sphereface, .m = 3, .lambda = 2}, "target_logit");
  EXPECT_EQ(values({.loss = a_softmax, .m = 3, .lambda = 2}, "target_logit"), mixed);
  EXPECT_EQ(values({.loss = l_softmax, .m = 3, .lambda = 2}, "target_logit"), mixed);
  EXPECT_EQ(values({.loss = arcface, .m = 3, .lambda = 2, .compare = {a_softmax}}, "target_logit_a_softmax"),
            mixed);
  EXPECT_EQ(values({.loss = sphereface, .m = 3, .lambda = 2, .compare = {a_softmax}}, "target_logit"), mixed);
  EXPECT_EQ(
      values({.loss = sphereface, .m = 3, .lambda = 2, .compare = {a_softmax}}, "target_logit_a_softmax"),
      values({.loss = a_softmax, .m = 3, .lambda = 0}, "target_logit"));
  EXPECT_NEAR(reading(drawn({.loss = a_softmax, .lambda = 5}), "annealing_iteration"), 1658.33, 0.01);
  EXPECT_TRUE(std::isnan(reading(drawn({.loss = a_softmax, .lambda = 0}), "annealing_iteration")));
}

TEST(AngularMarginCurves, LambdaBeginsWhereItsLossHasIt) {
  const std::vector<Field>& described = margin_lab().fields;
  const std::size_t loss = *find_field(described, "loss"), lambda = *find_field(described, "lambda");
  const auto chosen = [&](MarginLoss which) {
    const Option option{static_cast<std::size_t>(which)};
    return std::get<Changed>(change(described, initial_values(margin_lab()), {{loss, option}})).values;
  };
  for (const auto& [which, applying, value] :
       {std::tuple{l_softmax, true, 0.0}, std::tuple{a_softmax, true, 0.0}, std::tuple{sphereface, true, 5.0},
        std::tuple{softmax, false, 5.0}, std::tuple{am_softmax, false, 5.0}}) {
    const Values values = chosen(which);
    EXPECT_EQ(applies(described[lambda], values), applying);
    EXPECT_EQ(std::get<double>(values[lambda]), value);
  }
}

/// Away from its kinks the slope drawn is that of the curve drawn, by central differences.
TEST(AngularMarginCurves, DrawsTheSlopeOfWhatItDraws) {
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

TEST(AngularMarginCurves, CutsArcfaceWhereItJumpsAndNowhereElse) {
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

TEST(AngularMarginCurves, BarsSayWhichLossesAreWonBySample) {
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

/// What the bars stand for normalises weights, also where the loss chosen does not.
TEST(AngularMarginCurves, BarsLeaveLengthsOut) {
  for (const MarginLoss each : {softmax, l_softmax, normface}) {
    const Figure figure = drawn({.loss = each,
                                 .scale = 9,
                                 .sample_angle = 0.6,
                                 .class_angles = {0.3, 1.9, -2.2},
                                 .class_lengths = {0.5, 2, 1}});
    const auto& met = layer<Bars>(figure, "verdicts", "met");
    EXPECT_NEAR(met.base, std::cos(1.3), 1e-12);
    EXPECT_EQ(met.x, (std::vector{0.0, 1.0, 2.0, 3.0, 4.0})) << "all are won";
    EXPECT_NEAR(layer<Rule>(figure, "verdicts", "rival").at, std::cos(1.3), 1e-12);
    EXPECT_NEAR(reading(figure, "rival_value"), std::cos(1.3) * (each == normface ? 1 : 4), 1e-12);
  }
}

TEST(AngularMarginCurves, SaysWhatLogitsAreDividedBy) {
  const auto described = [](MarginLoss loss) { return plain_words(drawn({.loss = loss}).description); };
  for (const MarginLoss each : {softmax, l_softmax})
    EXPECT_NE(described(each).find("over the scale times the length of its weight"), std::string::npos);
  EXPECT_NE(described(arcface).find("over the scale is"), std::string::npos);
}

/// A drag of the ring moves the sample by the angle, on the side it stands on, also round the back.
TEST(AngularMarginCurves, DraggingTheAngleMovesTheSample) {
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

TEST(AngularMarginCurves, SphereFacesReleasedGradientIsOfLengthOne) {
  const AngularMargin exact{.loss = a_softmax, .m = 2, .lambda = 0, .sample_angle = pi / 3};
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

}  // namespace
}  // namespace theta
