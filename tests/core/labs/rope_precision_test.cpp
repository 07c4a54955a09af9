// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(RopePrecision, SpoilsTheLogitByRoundedAngles) {
  Rope parameters{
      .view = RopeView::precision, .query_position = 8192, .head_dimension = 128, .rotary_dimensions = 128};
  const struct {
    FloatFormat format;
    double cosine;
  } golden[] = {{FloatFormat::float64, 0},
                {FloatFormat::float32, 8.0e-5},
                {FloatFormat::bfloat16, 1.98},
                {FloatFormat::float16, 1.19}};
  for (const auto& [format, cosine] : golden) {
    parameters.precision = format;
    const Figure figure = rope_figure(parameters);
    EXPECT_NEAR(reading(figure, "largest_cosine_error"), cosine, 0.01 * cosine + 1e-9);
    Rope overview = parameters;
    overview.view = RopeView::overview;
    expect_near(reading(figure, "logit"), reading(rope_figure(overview), "logit"), 1e-11);
  }
}

TEST(RopePrecision, NoLongerFreezesTheLogitOfRoundedAngles) {
  const auto spread = [](FloatFormat format) {
    return reading(rope_figure({.view = RopeView::precision, .precision = format, .shift = 8192}), "spread");
  };
  EXPECT_LT(spread(FloatFormat::float64), 1e-10);
  EXPECT_LT(spread(FloatFormat::float32), 1e-2);
  EXPECT_GT(spread(FloatFormat::float32), 1e-6);
  EXPECT_GT(spread(FloatFormat::bfloat16), 1);
  EXPECT_GT(spread(FloatFormat::float16), 1);
}

TEST(RopePrecision, ReadsTheReportedAngle) {  // gpt-neox issue 1003: pair 1 of 32 dimensions at position 1857
  const Figure figure = rope_figure({.view = RopeView::precision,
                                     .precision = FloatFormat::float16,
                                     .query_position = 1857,
                                     .head_dimension = 32,
                                     .rotary_dimensions = 32,
                                     .pair = 1});
  EXPECT_NEAR(reading(figure, "angle"), 1044.26785, 1e-5);
  EXPECT_EQ(reading(figure, "angle_rounded"), 1045);
}

TEST(RopePrecision, SaysWhereAFormatHoldsNoPosition) {
  const Rope beyond{.view = RopeView::precision, .precision = FloatFormat::float16, .shift = 70'000};
  const Figure figure = rope_figure(beyond);
  EXPECT_TRUE(faults(figure).empty());
  EXPECT_TRUE(std::isnan(reading(figure, "logit_rounded")));
  EXPECT_FALSE(figure.remarks.empty());
}

}  // namespace
}  // namespace theta
