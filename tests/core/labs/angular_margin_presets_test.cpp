// SPDX-License-Identifier: GPL-3.0-or-later
// What presets say is to be seen is there.
#include "core/labs/angular_margin_presets.h"

#include "core/labs/angular_margin_scene.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/preset_values.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>

namespace theta {
namespace {

using std::numbers::pi;
using enum MarginLoss;

AngularMargin margin_preset(const char* id) {
  return parameters_of<AngularMargin>(angular_margin_presets(), id);
}

TEST(AngularMarginPresets, PsiGoesOnDownWhereTheMultipliedAngleRises) {
  const Figure figure = drawn(margin_preset("staircase"));
  const auto& psi = layer<Curve>(figure, "target", "target_logit");
  const auto& cosine = layer<Curve>(figure, "target", "target_logit_combined");
  const auto& slope = layer<Curve>(figure, "slope", "target_logit_slope");
  for (const double angle : {pi / 16, pi / 8, pi / 4})
    EXPECT_NEAR(value_at(psi, angle), value_at(cosine, angle), 1e-12) << angle;
  EXPECT_NEAR(value_at(psi, pi / 2), -3, 1e-12);
  EXPECT_NEAR(value_at(cosine, pi / 2), 1, 1e-12) << "risen again";
  for (const double flat : {pi / 4, pi / 2, 3 * pi / 4}) EXPECT_NEAR(value_at(slope, flat), 0, 1e-12) << flat;
  EXPECT_NEAR(value_at(layer<Curve>(drawn(margin_preset("step_psi")), "target", "target_logit"), pi), -7,
              1e-12);
}

TEST(AngularMarginPresets, ALongWeightWinsMoreThanItsShareOfTheCircle) {
  const auto share_of_class_1 = [](const AngularMargin& lab) {
    const Figure figure = drawn(lab);
    double share = 0;
    for (const Arc& arc : layer<Arcs>(figure, "circle", "decision_1").arcs)
      share += (arc.to - arc.from) / (2 * pi);
    return share;
  };
  EXPECT_GT(share_of_class_1(margin_preset("step_softmax")), 0.38);
  EXPECT_NEAR(share_of_class_1(margin_preset("step_normalized")), 1.0 / 3, 1e-9);
}

/// Near the weight the margin's gradient is up to m² = 16 times the cosine's, the released one less than it.
TEST(AngularMarginPresets, ReleasedCodePullsLessHard) {
  AngularMargin lab = margin_preset("released");
  const auto pull = [&] {
    const Figure figure = drawn(lab);
    return -reading(figure, "target_gradient") / lab.scale / (1 - reading(figure, "probability"));
  };
  const double released = pull();
  EXPECT_GT(released, 0.3);
  EXPECT_LT(released, 1);
  lab.released_gradient = false;
  EXPECT_NEAR(pull(), 4 * std::sin(4 * pi / 18) / std::sin(pi / 18), 1e-6);
  lab.sample_angle = 1e-4;
  EXPECT_NEAR(pull(), 16, 1e-3);
}

TEST(AngularMarginPresets, NoDirectionSatisfiesClassesNearerThanTheMargin) {
  AngularMargin lab = margin_preset("breaks_no_room");
  const MarginScene scene = margin_scene(lab);
  EXPECT_NEAR(degrees(std::acos(scene.directions[0].dot(scene.directions[1]))), 23, 0.5);
  EXPECT_NEAR(degrees(lab.m2), 28.6, 0.05);
  for (const int target : {0, 1}) {
    lab.target = target;
    lab.sample_angle = lab.class_angles[static_cast<std::size_t>(target)];
    lab.sample_latitude = lab.class_latitudes[static_cast<std::size_t>(target)];
    EXPECT_LT(reading(drawn(lab), "gap"), 0) << "not even its own weight, class " << target;
  }
}

TEST(AngularMarginPresets, TheScaleSetsHowLowTheLossCanFall) {
  AngularMargin lab = margin_preset("scale_floor");
  EXPECT_NEAR(reading(drawn(lab), "least_loss"), 1.38, 0.005);
  lab.scale = 10;
  EXPECT_NEAR(reading(drawn(lab), "least_loss"), 0.00013, 0.000005);
}

TEST(AngularMarginPresets, TheRoomForCosFaceEndsAtEightClassesOnTheCircle) {
  AngularMargin lab = margin_preset("room");
  const auto bound = [&](std::int64_t classes, int dimensions) {
    lab.classes = classes;
    lab.dimensions = dimensions;
    return reading(drawn(lab), "cosine_bound");
  };
  EXPECT_LT(bound(8, 2), 0.35);
  EXPECT_GT(bound(7, 2), 0.35);
  EXPECT_GT(bound(1'000'000, 512), 0.35);
}

/// Beyond π − m₂ the cosine of the sum rises; the other ways go on down, or flat, or jump once.
TEST(AngularMarginPresets, ArcfaceAsItIsWrittenRisesAgain) {
  AngularMargin lab = margin_preset("breaks_rising");
  const auto at = [&](double angle) {
    return value_at(layer<Curve>(drawn(lab), "target", "target_logit"), angle);
  };
  EXPECT_GT(at(pi), at(0.85 * pi));
  EXPECT_GT(lab.sample_angle, pi - lab.m2);
  lab.fallback = ArcfaceFallback::hard;
  EXPECT_LT(at(pi), at(0.85 * pi));
  lab.fallback = ArcfaceFallback::clip;
  EXPECT_EQ(at(pi), at(0.85 * pi));
}

}  // namespace
}  // namespace theta
