// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random.h"
#include "tests/core/labs/angular_margin_figure.h"

#include <Eigen/Core>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;
using enum MarginLoss;

/// Figure 5 of ArcFace.
TEST(AngularMarginPlane, DrawsTheGoldenBoundaries) {
  const AngularMargin labs[] = {{.loss = normface},
                                {.loss = a_softmax, .m = 4, .lambda = 0},
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
TEST(AngularMarginPlane, RegionsOfThePlaneHoldTheDirectionsThatWin) {
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

}  // namespace
}  // namespace theta
