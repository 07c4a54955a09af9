// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/angular_margin_figure.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace theta {
namespace {

AngularMargin bounds(std::int64_t classes, int dimensions, double scale = 16) {
  return {.view = MarginView::bounds, .scale = scale, .classes = classes, .dimensions = dimensions};
}

TEST(AngularMarginBounds, ReadsTheGoldenLossFloors) {
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

TEST(AngularMarginBounds, ReadsTheGoldenScaleBounds) {
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

TEST(AngularMarginBounds, ReadsTheGoldenMarginBounds) {
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

TEST(AngularMarginBounds, CallsABoundFromAboveNothingElse) {
  const auto said = [](const Figure& figure) {
    std::string all = fill(figure.description) + fill(figure.worked.at(1));
    for (const Reading& each : figure.readings)
      if (each.id == "cosine_bound" || each.id == "angle_bound") all += fill(each.label);
    return all;
  };
  const std::string exact = said(drawn(bounds(8, 2))), bounded = said(drawn(bounds(1000, 64)));
  EXPECT_NE(exact.find("largest margin of the cosine is"), exact.npos);
  EXPECT_NE(exact.find("largest $m_3$"), exact.npos);
  EXPECT_NE(bounded.find("$m_3$ at most"), bounded.npos);
  EXPECT_NE(bounded.find("the largest that can is not known"), bounded.npos);
  EXPECT_EQ(bounded.find("largest $m"), bounded.npos);
  EXPECT_EQ(bounded.find("largest margin"), bounded.npos);
}

}  // namespace
}  // namespace theta
