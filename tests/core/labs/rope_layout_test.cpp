// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(RopeLayoutView, BreaksWhereLayoutsAreMixed) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    Rope parameters{
        .view = RopeView::layout, .head_dimension = 96, .rotary_dimensions = 64, .layout = layout};
    const Figure figure = rope_figure(parameters);
    expect_near(reading(figure, "logit_permuted"), reading(figure, "logit"));
    EXPECT_GT(std::abs(reading(figure, "logit_mixed") - reading(figure, "logit")), 1);
    expect_near(reading(figure, "norm_q_rotated"), reading(figure, "norm_q"));
    expect_near(reading(figure, "norm_q_mixed"), reading(figure, "norm_q"));
    const Curve &own = layer<Curve>(figure, "logit", "logit"),
                &permuted = layer<Curve>(figure, "logit", "logit_permuted");
    for (std::size_t n = 0; n < own.y.size(); ++n) expect_near(permuted.y[n], own.y[n], 1e-11);
    EXPECT_GT(reading(figure, "largest_difference"), 1);
    parameters.query_position = parameters.key_position;
    const Figure together = rope_figure(parameters);
    expect_near(reading(together, "logit_mixed"), reading(together, "logit"));
  }
}

TEST(RopeLayoutView, DrawsThePermutationBetweenTheLayouts) {
  const Figure figure = rope_figure({.view = RopeView::layout, .pair = 5});
  const Arrows& pair = layer<Arrows>(figure, "permutation", "pair");
  ASSERT_EQ(pair.arrows.size(), 2u);
  EXPECT_EQ(pair.arrows[0].tail, (Point{0, 10}));
  EXPECT_EQ(pair.arrows[0].tip, (Point{1, 5}));
  EXPECT_EQ(pair.arrows[1].tail, (Point{0, 11}));
  EXPECT_EQ(pair.arrows[1].tip, (Point{1, 37}));
  EXPECT_EQ(clicked({.view = RopeView::layout}, "permutation", "Pair 9:").pair, 9);
}

}  // namespace
}  // namespace theta
