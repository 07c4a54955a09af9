// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_scene.h"
#include "core/math/orthographic.h"
#include "core/math/random.h"
#include "core/math/unit_sphere.h"
#include "core/model/drag.h"
#include "tests/core/expect_near.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace theta {
namespace {

using Eigen::Vector3d;
using std::numbers::pi;
using enum MarginLoss;

/// Three classes about the point of the sphere that faces the viewer, all in front.
AngularMargin on_sphere(MarginLoss loss) {
  return {.view = MarginView::sphere,
          .loss = loss,
          .sample_angle = 0.4,
          .sample_latitude = 0.8,
          .class_angles = {0.6, -0.1, 1.3},
          .class_latitudes = {1.3, 0, 0.1}};
}

std::optional<Handle> handle_of(const Figure& figure, std::string_view id) {
  const auto found = std::ranges::find(figure.handles, id, &Handle::id);
  return found == figure.handles.end() ? std::nullopt : std::optional(*found);
}

AngularMargin dragged(const AngularMargin& lab, std::string_view id, Point to) {
  Edits edits;
  for (const Move& move : moves(handle_of(drawn(lab), id).value(), to))
    edits.push_back(edit_of(margin_lab().fields, to_values(lab), move).value());
  const auto changed = change(margin_lab().fields, to_values(lab), edits);
  return from_values<AngularMargin>(std::get<Changed>(changed).values);
}

/// The cosines 0.7, 0.3, −0.2 and 0.1 about a sample at the pole, whatever the longitudes.
TEST(AngularMarginSphere, ReadsTheGoldenLosses) {
  AngularMargin lab{.view = MarginView::sphere, .loss = arcface, .sample_latitude = pi / 2};
  lab.class_angles = {0.3, -2, 1.4, 3};
  lab.class_latitudes.clear();
  for (const double cosine : {0.7, 0.3, -0.2, 0.1}) lab.class_latitudes.push_back(std::asin(cosine));
  const Figure figure = drawn(lab);
  expect_near(reading(figure, "angle_0"), 45.5729959991943);
  expect_near(reading(figure, "logit_0"), 16 * 0.271929476247509);
  expect_near(reading(figure, "logit_2"), 16 * -0.2);
  expect_near(reading(figure, "loss_value"), 0.967494599875372);
  expect_near(reading(figure, "probability_0"), 0.380033983546297);
  expect_near(reading(figure, "probability_1"), 9.52788252383114 / 16);
  double sum = 0;
  for (int j = 0; j < 4; ++j) sum += reading(figure, numbered("probability", j));
  EXPECT_NEAR(sum, 1, 1e-14);
}

TEST(AngularMarginSphere, HasTheCircleForItsEquator) {
  AngularMargin circle{.view = MarginView::circle, .sample_angle = 0.9};
  AngularMargin sphere = circle;
  sphere.view = MarginView::sphere;
  sphere.class_latitudes.clear();  // 0 where no number is given
  for (const char* id : {"theta", "loss_value", "probability", "rival_gradient"})
    EXPECT_EQ(reading(drawn(circle), id), reading(drawn(sphere), id));
}

/// Directions drawn in space lie in a region where they win, by the margin as by the angle alone.
TEST(AngularMarginSphere, RegionsHoldTheDirectionsThatWin) {
  Random random(5);
  for (const MarginLoss loss : {normface, a_softmax, am_softmax, arcface, combined}) {
    const AngularMargin lab = on_sphere(loss);
    const MarginScene scene = margin_scene(lab);
    const Figure figure = drawn(lab);
    int won = 0;
    for (int i = 0; i < 400; ++i) {
      const Vector3d x = Vector3d(random.normal(), random.normal(), random.normal()).normalized();
      const Vector3d seen = Orthographic(lab.yaw, lab.pitch).project(x);
      if (seen.z() < 0.05) continue;
      double gap = std::cos(angle_between(x, scene.directions[0])), plain_gap = gap;
      gap = target_logit(lab.margin(), std::acos(gap)).value;
      const double rival = std::max(x.dot(scene.directions[1]), x.dot(scene.directions[2]));
      gap -= rival;
      plain_gap -= rival;
      const Point at{seen.x(), seen.y()};
      const auto& region = layer<Polygons>(figure, "sphere", "region_0").outlines;
      const auto& decision = layer<Polygons>(figure, "sphere", "decision_0").outlines;
      EXPECT_TRUE(std::abs(gap) < 0.01 || inside(region, at) == (gap > 0)) << gap;
      EXPECT_TRUE(std::abs(plain_gap) < 0.01 || inside(decision, at) == (plain_gap > 0)) << plain_gap;
      won += gap > 0;
    }
    EXPECT_GT(won, 5);
  }
}

/// CosFace's borders are planes that cut the sphere.
TEST(AngularMarginSphere, CosfaceHasCirclesForBorders) {
  const AngularMargin lab = on_sphere(am_softmax);
  const MarginScene scene = margin_scene(lab);
  const Orthographic view(lab.yaw, lab.pitch);
  const Figure figure = drawn(lab);
  int on_border = 0;
  for (const Point& at : layer<Polygons>(figure, "sphere", "region_1").outlines.at(0)) {
    if (std::hypot(at.x, at.y) > 0.999) continue;
    const Vector3d x = view.direction_at(at.x, at.y);
    const double own = x.dot(scene.directions[1]);
    const double other = std::max(x.dot(scene.directions[0]), x.dot(scene.directions[2]));
    EXPECT_NEAR(own - other, lab.m3, 1e-7);
    ++on_border;
  }
  EXPECT_GT(on_border, 20);
}

TEST(AngularMarginSphere, WhatIsDraggedIsSeenWhereItWasPut) {
  const AngularMargin lab = on_sphere(arcface);
  for (const char* id : {"sample", "class_0", "class_2"}) {
    for (const Point to : {Point{0.3, -0.5}, Point{-0.7, 0.1}, Point{0, 0}}) {
      const Point at = handle_of(drawn(dragged(lab, id, to)), id).value().at;
      EXPECT_NEAR(at.x, to.x, 1e-12) << id;
      EXPECT_NEAR(at.y, to.y, 1e-12) << id;
    }
    const Point rim = handle_of(drawn(dragged(lab, id, {6, 8})), id).value().at;
    EXPECT_NEAR(rim.x, 0.6, 1e-12) << "on the rim, and still in hand";
    EXPECT_NEAR(rim.y, 0.8, 1e-12);
  }
}

TEST(AngularMarginSphere, TurningChangesThePictureAndNothingElse) {
  const AngularMargin lab = on_sphere(arcface);
  const Point at = handle_of(drawn(lab), "turn").value().at;
  const AngularMargin turned = dragged(lab, "turn", {at.x - 0.1, at.y + 0.05});
  EXPECT_GT(turned.yaw, lab.yaw) << "the sphere follows the hand";
  EXPECT_LT(turned.pitch, lab.pitch);
  EXPECT_EQ(reading(drawn(lab), "loss_value"), reading(drawn(turned), "loss_value"));
  EXPECT_NEAR(handle_of(drawn(turned), "turn").value().at.x, at.x - 0.1, 1e-12);
}

TEST(AngularMarginSphere, TheFarSideIsMutedAndOutOfReach) {
  AngularMargin lab = on_sphere(arcface);
  EXPECT_EQ(layer<Arrows>(drawn(lab), "sphere", "weight_1").mark.role, margin_rival_role);
  lab.yaw = lab.yaw + pi - 2 * pi;
  const Figure figure = drawn(lab);
  EXPECT_FALSE(handle_of(figure, "class_1"));
  EXPECT_EQ(layer<Arrows>(figure, "sphere", "weight_1").mark.role, Role::muted);
  EXPECT_EQ(layer<Arrows>(figure, "sphere", "weight_1").dash, Dash::dotted);
  for (const double y : layer<Curve>(figure, "sphere", "region_behind_1").y) EXPECT_FALSE(std::abs(y) > 1);
}

}  // namespace
}  // namespace theta
