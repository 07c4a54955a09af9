// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

TEST(RopeLinearAttention, GivesLinearAttentionWeightsBelowZero) {
  const Rope parameters{.view = RopeView::linear_attention,
                        .keys = 20,
                        .query_position = 25,
                        .key_position = 3,
                        .head_dimension = 16,
                        .rotary_dimensions = 8,
                        .base = 100};
  const Figure figure = rope_figure(parameters);
  EXPECT_NEAR(reading(figure, "sum_softmax"), 1, 1e-14);
  double sum = 0;
  for (const char* id : {"linear", "linear_negative"}) {
    for (const Layer& each : find_panel(figure, "weights")->layers) {
      if (mark_of(each).id != id) continue;
      for (const double weight : std::get<Bars>(each).y) sum += weight;
    }
  }
  expect_near(reading(figure, "sum_linear"), sum);
  double plain = 0;
  for (const double weight : layer<Curve>(figure, "weights", "linear_unrotated").y) plain += weight;
  EXPECT_NEAR(plain, 1, 1e-14);
  const Curve& total = layer<Curve>(figure, "total", "sum_linear");
  for (const double position : {0.0, 10.0, 60.0}) {
    Rope there = parameters;
    there.query_position = std::llround(position);
    const auto place = std::ranges::find(total.x, position);
    ASSERT_NE(place, total.x.end());
    expect_near(total.y[static_cast<std::size_t>(place - total.x.begin())],
                reading(rope_figure(there), "sum_linear"));
  }
  EXPECT_GT(reading(rope_figure({.view = RopeView::linear_attention, .query_position = 3000}), "negative"),
            10);
  EXPECT_TRUE(std::isnan(
      reading(rope_figure({.view = RopeView::linear_attention, .key_position = 48}), "weight_linear")));
}

TEST(RopeLinearAttention, SharesOutOneKeyOfManyAlike) {
  const Figure figure = rope_figure({.view = RopeView::linear_attention,
                                     .keys = 2,
                                     .query_position = 0,
                                     .key_position = 1,
                                     .head_dimension = 2,
                                     .rotary_dimensions = 2,
                                     .pair = 0,
                                     .content = RopeContent::ones});
  expect_near(reading(figure, "sum_linear"), (1 + std::cos(1)) / 2);
  expect_near(reading(figure, "weight_linear"), std::cos(1) / 2);
  const double far = std::exp(2 * std::cos(1) / std::sqrt(2)), here = std::exp(2 / std::sqrt(2));
  expect_near(reading(figure, "weight_softmax"), far / (far + here));
}

}  // namespace
}  // namespace theta
