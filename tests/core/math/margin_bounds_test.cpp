// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/margin_bounds.h"

#include "tests/core/expect_near.h"
#include "tests/core/math/degree.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using std::numbers::pi;

TEST(MarginBounds, LossFloorsAreGolden) {
  const double scales[] = {1, 10, 16, 30, 64};
  const double golden[][6] = {{10, 1.37693492045019, 1.34499001326826e-4, 1.71179472160719e-7,
                               3.00441401582846e-14, 1.17782115879952e-30},
                              {1000, 5.90847380294396, 0.0439238621820933, 1.10630299242431e-4,
                               9.07170992310374e-11, 1.50278197359826e-25},
                              {10575, 8.2663159287104, 0.391775209343095, 0.00118744244733723,
                               9.86671743928053e-10, 1.68563624641999e-24}};
  for (const auto& row : golden) {
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(loss_floor(row[0], scales[i]) / row[i + 1], 1, 1e-12);
  }
  EXPECT_NEAR(loss_floor(1e7, 1e-3), std::log(1e7), 0.01);
  EXPECT_EQ(loss_floor(2, 1e3), 0) << "too small for a double";
}

TEST(MarginBounds, ScaleBoundsAreGolden) {
  const double probabilities[] = {0.9, 0.99, 0.999};
  const double golden[][4] = {{2, 1.09861228866811, 2.29755992506729, 3.45337738932428},
                              {8, 3.62524288559259, 5.72340124929117, 7.74608181174088},
                              {1000, 9.09487537662879, 11.4903727541544, 13.7996960477398},
                              {10575, 11.4622940067544, 13.8599625282267, 16.1713788624212},
                              {85742, 13.5561528747473, 15.9540201811433, 18.2656281493003},
                              {1000000, 16.0127181225659, 18.410610997469, 20.722243614348}};
  for (const auto& row : golden) {
    for (std::size_t i = 0; i < 3; ++i) {
      const double scale = scale_lower_bound(row[0], probabilities[i]);
      expect_near(scale, row[i + 1]);
      expect_near(simplex_probability(row[0], scale), probabilities[i]);
      expect_near(std::exp(-loss_floor(row[0], scale)), probabilities[i]);
      EXPECT_LT(scale, 64);
    }
  }
  EXPECT_NEAR(circle_probability(8, 16), 0.981892082194, 1e-12);
}

TEST(MarginBounds, MarginBoundsAreGolden) {
  const double golden[][4] = {{2, 2, 3.14159265358979, 2},
                              {3, 1.5, 2.0943951023932, 1.5},
                              {4, 1, 1.5707963267949, 1.33333333333333},
                              {8, 0.292893218813452, 0.785398163397448, 1.14285714285714},
                              {20, 0.0489434837048464, 0.314159265358979, 1.05263157894737}};
  for (const auto& row : golden) {
    expect_near(cosine_margin_bound(row[0], 2).value, row[1]);
    expect_near(widest_angle(row[0], 2).value, row[2]);
    expect_near(cosine_margin_bound(row[0], 512).value, row[3]);
  }
}

TEST(MarginBounds, MoreDimensionsNeverNarrowTheBound) {
  for (double classes = 2; classes < 1e6; classes = std::ceil(classes * 1.3)) {
    for (double dimensions = 2; dimensions < 64; ++dimensions)
      EXPECT_LE(widest_angle(classes, dimensions).value, widest_angle(classes, dimensions + 1).value + 1e-12);
  }
  expect_near(widest_angle(6, 3).value, pi / 2);
  expect_near(widest_angle(12, 3).value, std::atan(2.0));  // the icosahedron
  EXPECT_TRUE(widest_angle(12, 3).exact);
  EXPECT_FALSE(widest_angle(13, 3).exact);
  EXPECT_GT(widest_angle(8, 3).value, 74.85849 * degree) << "the square antiprism, known to be best";
}

TEST(MarginBounds, CapsOfHalfTheAngleFillTheSphere) {
  // In four dimensions a cap of angle α is the part (α - sin α cos α) / π of the sphere.
  for (const double classes : {1e2, 1e4, 1e7}) {
    const double half = widest_angle(classes, 4).value / 2;
    EXPECT_NEAR((half - std::sin(half) * std::cos(half)) / pi * classes, 1, 1e-8) << classes;
  }
  // In five it is (2 - 3 cos α + cos³ α) / 4.
  const double half = widest_angle(1000, 5).value / 2, c = std::cos(half);
  EXPECT_NEAR((2 - 3 * c + c * c * c) / 4 * 1000, 1, 1e-10);
  EXPECT_EQ(widest_angle(1e7, 512).value, pi / 2) << "there caps of 45 degrees are next to nothing";
  EXPECT_GT(widest_angle(120, 4).value, pi / 5) << "the 600-cell's vertices, 36 degrees apart";
  EXPECT_GT(widest_angle(240, 8).value, pi / 3) << "the roots of E8, 60 degrees apart";
}

TEST(MarginBounds, BoundariesAreGolden) {
  const Margin margins[] = {{.loss = MarginLoss::normface},
                            {.loss = MarginLoss::a_softmax, .m = 4},
                            {.loss = MarginLoss::am_softmax, .m3 = 0.35},
                            {.loss = MarginLoss::arcface, .m2 = 0.5}};
  const double golden[][5] = {{5, 5, 20, 49.7446909654, 33.6478897565},
                              {10, 10, 40, 50.5942726743, 38.6478897565},
                              {20, 20, 80, 53.8648013263, 48.6478897565},
                              {30, 30, 120, 58.9339809398, 58.6478897565},
                              {40, 40, 160, 65.4148927243, 68.6478897565}};
  for (const auto& row : golden) {
    for (std::size_t i = 0; i < 4; ++i)
      EXPECT_NEAR(*boundary_angle(margins[i], row[0] * degree) / degree, row[i + 1], 1e-10);
  }
  EXPECT_FALSE(boundary_angle(margins[1], 50 * degree)) << "4 * 50 degrees are more than 180";
}

TEST(MarginBounds, SectorWidthsAreGolden) {
  expect_near(normface_half_width(8) / degree, 22.5);
  expect_near(sphereface_half_width(8, 4) / degree, 9);
  const std::pair<double, double> arcface[] = {
      {0.1, 19.6352110243459}, {0.3, 13.9056330730377}, {0.5, 8.17605512172942}};
  for (const auto& [m, want] : arcface) {
    expect_near(arcface_half_width(8, m) / degree, want);
    EXPECT_NEAR(sector_half_width({.loss = MarginLoss::arcface, .m2 = m}, 8) / degree, want, 1e-9);
  }
  const std::pair<double, double> cosface[] = {
      {0.1, 14.9924811856565}, {0.2, 7.3520389755982}, {0.29, 0.234235417400468}};
  for (const auto& [m, want] : cosface) {
    expect_near(cosface_half_width(8, m) / degree, want);
    EXPECT_NEAR(sector_half_width({.loss = MarginLoss::am_softmax, .m3 = m}, 8) / degree, want, 1e-9);
  }
  EXPECT_NEAR(sector_half_width({.loss = MarginLoss::normface}, 8) / degree, 22.5, 1e-9);
  EXPECT_NEAR(sector_half_width({.loss = MarginLoss::a_softmax, .m = 4}, 8) / degree, 9, 1e-9);
  EXPECT_EQ(sector_half_width({.loss = MarginLoss::am_softmax, .m3 = 0.3}, 8), 0);
}

/// With that multiplier the span inside a class just fits the gap between classes.
TEST(MarginBounds, LeastMultipliersBalanceSpanAndGap) {
  expect_near(least_multiplier_two_classes(), 3.73205080756888);
  const double m = least_multiplier_two_classes();
  expect_near(1 / (m - 1) + 1 / (m + 1), (m - 1) / (m + 1));
  const double many = least_multiplier_many_classes();
  expect_near(2 / (many + 1), (many - 1) / (many + 1));
}

}  // namespace
}  // namespace theta
