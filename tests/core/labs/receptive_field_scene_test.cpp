// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/receptive_field_scene.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <numeric>

namespace theta {
namespace {

/// The unit followed stands no farther from the place than any other of its layer.
TEST(ReceptiveFieldScene, FollowsTheUnitNearestToThePlace) {
  Receptive receptive;
  for (const int at : {1, 3, 6}) {
    receptive.layer = at;
    for (double place = -0.4; place < 31.5; place += 0.7) {
      receptive.position = place;
      const ReceptiveScene scene = receptive_scene(receptive, {});
      ASSERT_TRUE(scene.followed);
      for (std::int64_t unit = 0; unit < scene.field().output_size; ++unit)
        EXPECT_LE(std::abs(scene.centre() - place), std::abs(scene.field().centre(unit) - place) + 1e-12);
    }
  }
}

/// Much padding sets units beyond the image: its ends reach for the outermost.
TEST(ReceptiveFieldScene, TheEndsOfTheImageFollowTheOutermostUnits) {
  Receptive receptive{
      .layers = {{.kernel = 3, .padding = 20}}, .input_size = 10, .layer = 1, .position = -0.5};
  EXPECT_EQ(receptive_scene(receptive, {}).unit, 0);
  receptive.position = 9.5;
  EXPECT_EQ(receptive_scene(receptive, {}).unit, 10 + 40 - 2 - 1);
  receptive.position = 5;
  EXPECT_EQ(receptive_scene(receptive, {}).centre(), 5);
}

TEST(ReceptiveFieldScene, FollowsNoUnitWhereThereIsNone) {
  const Receptive shrunk{.layers = {{.kernel = 7}, {.kernel = 7}}, .input_size = 10, .layer = 2};
  const ReceptiveScene scene = receptive_scene(shrunk, {});
  EXPECT_FALSE(scene.followed);
  EXPECT_FALSE(scene.weighed);
  EXPECT_TRUE(scene.read.empty());
  EXPECT_EQ(scene.field().largest(), 13) << "the recursion goes on all the same";
}

/// Of many networks a quick pass draws those it has time for, each with the signs it would have among all.
TEST(ReceptiveFieldScene, AQuickPassDrawsFewerNetworks) {
  Receptive receptive{.layers = std::vector<LayerRow>(40, LayerRow{.padding = 1}),
                      .input_size = 256,
                      .layer = 40,
                      .position = 128,
                      .view = ReceptiveView::effective,
                      .weights = GradientWeights::signs,
                      .draws = 600};
  const ReceptiveScene quick = receptive_scene(receptive, {.quick = true});
  ASSERT_TRUE(quick.partial);
  EXPECT_GT(quick.draws, 0);
  EXPECT_LT(quick.draws, 600);
  receptive.draws = quick.draws;
  const ReceptiveScene fewer = receptive_scene(receptive, {});
  EXPECT_FALSE(fewer.partial);
  EXPECT_EQ(quick.profile.values, fewer.profile.values);
}

/// A variance for each layer: (dilation · jump)² (k² − 1) / 12, whatever order they stand in.
TEST(ReceptiveFieldScene, TheDeviationIsThatOfIndependentSteps) {
  const Receptive receptive{.layers = {{.kernel = 5, .stride = 2, .padding = 2},
                                       {.kernel = 3, .padding = 3, .dilation = 3},
                                       {.kernel = 2, .stride = 3}},
                            .input_size = 99,
                            .layer = 3};
  const double variance = (25 - 1) / 12.0 + 36 * (9 - 1) / 12.0 + 4 * (4 - 1) / 12.0;
  EXPECT_NEAR(receptive_scene(receptive, {}).deviation(), std::sqrt(variance), 1e-14);
}

}  // namespace
}  // namespace theta
