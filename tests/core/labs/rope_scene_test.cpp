// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/rope_scene.h"

#include "tests/core/expect_near.h"

#include <gtest/gtest.h>

#include <complex>

namespace theta {
namespace {

TEST(RopeScene, ContentHoldsWhatIsSetInThePairAndItsSeedElsewhere) {
  for (const RopeLayout layout : {RopeLayout::interleaved, RopeLayout::half_split}) {
    const Rope rope{.pair = 9, .layout = layout};
    const RopeScene scene = rope_scene(rope, {});
    EXPECT_EQ(scene.query_pair(), rope.query);
    EXPECT_EQ(scene.key_pair(), rope.key);
    EXPECT_EQ(scene.place.second - scene.place.first, layout == RopeLayout::interleaved ? 1 : 32);
  }
  Rope rope{.content = RopeContent::same};
  EXPECT_EQ(rope_scene(rope, {}).query, rope_scene(rope, {}).key);
  rope.content = RopeContent::ones;
  EXPECT_EQ(rope_scene(rope, {}).query, Eigen::VectorXd::Ones(64));
}

TEST(RopeScene, AWiderHeadKeepsWhatTheNarrowerHeldAndAnotherSeedDoesNot) {
  const Rope narrow{.head_dimension = 32, .rotary_dimensions = 32},
      wide{.head_dimension = 96, .rotary_dimensions = 32};
  Rope other = narrow;
  other.seed = {8};
  const RopeScene scene = rope_scene(narrow, {});
  EXPECT_EQ(rope_scene(wide, {}).query.head(32), scene.query);
  EXPECT_EQ(rope_scene(wide, {}).key.head(32), scene.key);
  EXPECT_NE(rope_scene(other, {}).query, scene.query);
  EXPECT_EQ(rope_scene(other, {}).query_pair(), scene.query_pair());
}

/// The logit is that of the products turned by the distance and of what is not rotated, the attention factor
/// squared on the first alone.
TEST(RopeScene, ProductsAndTheUnrotatedPartMakeTheLogit) {
  const Rope rope{.query_position = 71,
                  .key_position = 12,
                  .shift = 1000,
                  .head_dimension = 80,
                  .rotary_dimensions = 48,
                  .layout = RopeLayout::half_split,
                  .scaling = RotaryScaling::yarn,
                  .factor = 16};
  const RopeScene scene = rope_scene(rope, {});
  double sum = scene.unrotated;
  for (int i = 0; i < scene.pairs; ++i)
    sum += (scene.products[static_cast<std::size_t>(i)] *
            std::polar(1.0, 59 * scene.scaled.inverse_frequency[i]))
               .real();
  expect_near(scene.rotated_query.dot(scene.rotated_key), sum);
  EXPECT_GT(scene.attention(), 1.2);
  expect_near(scene.rotated_query.head(48).norm(), scene.attention() * scene.query.head(48).norm());
  EXPECT_EQ(scene.rotated_query.tail(32), scene.query.tail(32));
}

TEST(RopeScene, AQuickPassIsPartialWhereManyPairsAreSummedOften) {
  const auto partial = [](RopeView view, int dimensions, int span, bool quick) {
    return rope_scene({.view = view,
                       .head_dimension = dimensions,
                       .rotary_dimensions = dimensions,
                       .distance_span = span},
                      {.quick = quick})
        .partial;
  };
  EXPECT_TRUE(partial(RopeView::pairs, 512, 4096, true));
  EXPECT_FALSE(partial(RopeView::pairs, 512, 4096, false));
  EXPECT_FALSE(partial(RopeView::pairs, 512, 512, true));
  EXPECT_FALSE(partial(RopeView::overview, 512, 4096, true)) << "one content alone";
  EXPECT_TRUE(partial(RopeView::precision, 130, 16, true));
  EXPECT_FALSE(partial(RopeView::precision, 128, 16, true));
}

}  // namespace
}  // namespace theta
