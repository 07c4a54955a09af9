// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/effective_receptive_field.h"

#include "core/math/random.h"
#include "core/math/units_read.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theta {
namespace {

using Layers = std::vector<AxisLayer>;

Layers stack(std::size_t depth, std::int64_t kernel) {
  return Layers(depth, {.kernel = kernel, .padding = kernel / 2});
}

GradientProfile of_middle(const Layers& layers, std::int64_t size) {
  const auto fields = receptive_fields(layers, size);
  return mean_gradient(layers, fields, layers.size(), fields.back().output_size / 2);
}

TEST(EffectiveReceptiveField, IsGolden) {
  const struct {
    std::int64_t kernel;
    std::size_t depth;
    std::int64_t size;
    double deviation, centre, gaussian, width, ratio;
  } golden[] = {{3, 5, 11, 1.825741858351, 0.2098765432099, 0.2185096861184, 9, 0.8182},
                {3, 10, 21, 2.581988897472, 0.1516198411489, 0.1545096808093, 13, 0.6190},
                {3, 20, 41, 3.651483716701, 0.1082313460195, 0.1092548430592, 19, 0.4634},
                {3, 40, 81, 5.163977794943, 0.07689282292065, 0.07725484040464, 25, 0.3086},
                {5, 5, 21, 3.162277660168, 0.12192, 0.126156626101, 15, 0.7143},
                {5, 10, 41, 4.472135955, 0.087751168, 0.08920620580764, 23, 0.5610},
                {5, 20, 81, 6.324555320337, 0.06256472148929, 0.0630783130505, 31, 0.3827},
                {5, 40, 161, 8.944271909999, 0.04442170361909, 0.04460310290382, 45, 0.2795}};
  for (const auto& each : golden) {
    const Layers layers = stack(each.depth, each.kernel);
    const auto fields = receptive_fields(layers, 401);
    const GradientProfile profile = mean_gradient(layers, fields, each.depth, 200);
    ASSERT_EQ(static_cast<std::int64_t>(profile.values.size()), each.size);
    EXPECT_EQ(fields.back().largest(), each.size);
    EXPECT_NEAR(profile.peak(), each.centre, 5e-14);
    EXPECT_NEAR(profile.sum(), 1, 1e-13);
    EXPECT_EQ(profile.values[static_cast<std::size_t>(each.size / 2)], profile.peak());
    EXPECT_EQ(static_cast<double>(profile.effective().size()), each.width);
    EXPECT_NEAR(each.width / static_cast<double>(each.size), each.ratio, 5e-5);
    const double deviation = std::sqrt(gradient_moments(layers, fields).back().variance);
    EXPECT_NEAR(deviation, each.deviation, 5e-13);
    EXPECT_NEAR(1 / (deviation * std::sqrt(2 * std::numbers::pi)), each.gaussian, 5e-14);
    EXPECT_EQ(effective_widths(layers, fields, 1e6).back(), each.width);
  }
}

TEST(EffectiveReceptiveField, CountsThePaths) {
  const double five[] = {1, 5, 15, 30, 45, 51, 45, 30, 15, 5, 1};
  const GradientProfile profile = of_middle(stack(5, 3), 51);
  for (std::size_t i = 0; i < 11; ++i) EXPECT_NEAR(profile.values[i] * 243, five[i], 1e-12);

  const struct {
    std::vector<std::int64_t> dilations;
    std::vector<double> counts;
  } golden[] = {{{2, 2, 2}, {1, 0, 3, 0, 6, 0, 7, 0, 6, 0, 3, 0, 1}},
                {{1, 2, 4}, {1, 1, 2, 1, 3, 2, 3, 1, 3, 2, 3, 1, 2, 1, 1}}};
  for (const auto& each : golden) {
    Layers layers;
    for (const std::int64_t dilation : each.dilations)
      layers.push_back({.kernel = 3, .padding = dilation, .dilation = dilation});
    const GradientProfile paths = of_middle(layers, 51);
    ASSERT_EQ(paths.values.size(), each.counts.size());
    for (std::size_t i = 0; i < each.counts.size(); ++i)
      EXPECT_NEAR(paths.values[i] * 27, each.counts[i], 1e-12);
  }
}

/// Kernels of 1, 3, … side by side over the image, joined one after another.
Layers inception(std::size_t branches) {
  Layers layers;
  for (std::size_t k = 0; k < branches; ++k) {
    const auto reach = static_cast<std::int64_t>(k);
    layers.push_back(
        {.kernel = 2 * reach + 1, .padding = reach, .from = k + 1, .join = k > 0 ? std::size_t{1} : 0});
  }
  return layers;
}

TEST(EffectiveReceptiveField, BranchesThatMeetCountAlike) {
  for (const std::size_t branches : {2u, 3u, 4u, 7u}) {
    const Layers layers = inception(branches);
    const auto fields = receptive_fields(layers, 51);
    const auto share = [](std::int64_t tap, std::size_t k) {
      return std::abs(tap) <= static_cast<std::int64_t>(k) ? 1.0 / static_cast<double>(2 * k + 1) : 0.0;
    };
    const GradientProfile profile = of_middle(layers, 51);
    double variance = 0;
    for (std::size_t i = 0; i < profile.values.size(); ++i) {
      const std::int64_t tap = profile.first + static_cast<std::int64_t>(i) - 25;
      double want = 0;
      for (std::size_t k = 0; k < branches; ++k) want += share(tap, k) / static_cast<double>(branches);
      EXPECT_NEAR(profile.values[i], want, 1e-15) << branches << " branches, " << tap;
      variance += want * static_cast<double>(tap * tap);
    }
    EXPECT_NEAR(gradient_moments(layers, fields).back().variance, variance, 1e-13);
    EXPECT_EQ(effective_widths(layers, fields, 1e6).back(), static_cast<double>(profile.effective().size()));
  }
}

TEST(EffectiveReceptiveField, AShortcutCountsAsMuchAsWhatItPassesBy) {
  // Two blocks y = x + f(x): of the four paths one is x itself, two pass one kernel and one passes both.
  const Layers layers = {{.kernel = 3, .padding = 1, .join = 1}, {.kernel = 3, .padding = 1, .join = 1}};
  const GradientProfile profile = of_middle(layers, 21);
  const double want[] = {1.0 / 9, 2.0 / 3 + 2.0 / 9, 1 + 2.0 / 3 + 3.0 / 9};
  ASSERT_EQ(profile.values.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(profile.values[i], want[i < 3 ? i : 4 - i] / 4, 1e-15) << i;
}

TEST(EffectiveReceptiveField, AThousandJoinsKeepTheirShares) {
  const Layers layers(1200, {.kernel = 1, .join = 1});
  EXPECT_EQ(of_middle(layers, 3).peak(), 1);
}

TEST(EffectiveReceptiveField, RandomBranchesFollowTheMeanToo) {
  Layers layers = inception(3);
  layers.push_back({.kernel = 3, .padding = 1});
  const auto fields = receptive_fields(layers, 64);
  const GradientProfile mean = mean_gradient(layers, fields, 4, 30);
  const GradientProfile drawn = squared_gradient(layers, fields, 4, 30, 7, 20'000);
  ASSERT_EQ(drawn.values.size(), mean.values.size());
  double sum = 0;
  for (const double value : drawn.values) sum += value;
  EXPECT_NEAR(sum, mean.sum(), 0.02);
}

TEST(EffectiveReceptiveField, RadiusIsWhereAGaussianFallsToTheThreshold) {
  EXPECT_NEAR(std::exp(-effective_radius * effective_radius / 2), effective_threshold, 1e-15);
}

TEST(EffectiveReceptiveField, LongKernelsSumAsShortOnesDo) {
  // A mean of 9 is the mean of 3 means of 3 that stand 3 apart.
  for (const std::int64_t dilation : {1, 2, 5}) {
    const Layers once = {
        {.kernel = 3}, {.kernel = 9, .stride = 2, .padding = 4, .dilation = dilation}, {.kernel = 3}};
    const Layers twice = {{.kernel = 3},
                          {.kernel = 3, .padding = 0, .dilation = dilation},
                          {.kernel = 3, .stride = 2, .padding = 4, .dilation = 3 * dilation},
                          {.kernel = 3}};
    const GradientProfile one = mean_gradient(once, receptive_fields(once, 200), 3, 30);
    const GradientProfile two = mean_gradient(twice, receptive_fields(twice, 200), 4, 30);
    ASSERT_EQ(one.first, two.first);
    ASSERT_EQ(one.values.size(), two.values.size());
    for (std::size_t i = 0; i < one.values.size(); ++i) EXPECT_NEAR(one.values[i], two.values[i], 1e-15);
  }
}

/// Any small network whose fields are defined.
Layers any_layers(Random& random, bool transposed) {
  const auto any = [&](std::uint64_t low, std::uint64_t high) {
    return static_cast<std::int64_t>(low + random.bits() % (high - low + 1));
  };
  Layers layers;
  for (int i = 0; i < 5; ++i)
    layers.push_back({.transposed = transposed && any(0, 3) == 0,
                      .kernel = any(1, 11),
                      .stride = any(1, 2),
                      .padding = any(0, 4),
                      .dilation = any(1, 3),
                      .join = static_cast<std::size_t>(any(0, 4) == 0 ? any(1, 2) : 0)});
  return layers;
}

TEST(EffectiveReceptiveField, IsWhatTheUnitReadsAndNoMore) {
  Random random(3);
  int compared = 0;
  for (int round = 0; round < 200; ++round) {
    const Layers layers = any_layers(random, true);
    const auto fields = receptive_fields(layers, 150);
    if (fields.back().missing != NoField::defined || fields.back().output_size < 1) continue;
    const std::int64_t unit =
        static_cast<std::int64_t>(random.bits() % static_cast<std::uint64_t>(fields.back().output_size));
    const GradientProfile profile = mean_gradient(layers, fields, 5, unit);
    std::int64_t positive = 0;
    for (const double value : profile.values) positive += value > 1e-14 ? 1 : 0;
    EXPECT_EQ(positive, units_read(layers, fields, 5, unit)[0].count()) << round;
    EXPECT_LE(profile.sum(), 1 + 1e-12);
    ++compared;
  }
  EXPECT_GT(compared, 60);
}

TEST(EffectiveReceptiveField, MomentsAreThoseOfTheProfile) {
  Random random(5);
  int compared = 0;
  for (int round = 0; round < 200; ++round) {
    Layers layers = any_layers(random, false);
    for (AxisLayer& layer : layers) layer.padding = 0;
    const auto fields = receptive_fields(layers, 3001);
    if (fields.back().missing != NoField::defined) continue;
    const PositionMoments moments = gradient_moments(layers, fields).back();
    const GradientProfile profile = mean_gradient(layers, fields, 5, 0);
    double mean = 0, square = 0;
    for (std::size_t i = 0; i < profile.values.size(); ++i) {
      const double place = static_cast<double>(profile.first) + static_cast<double>(i);
      mean += profile.values[i] * place;
      square += profile.values[i] * place * place;
    }
    ASSERT_NEAR(profile.sum(), 1, 1e-12);
    EXPECT_NEAR(moments.mean, mean, 1e-8) << round;
    EXPECT_NEAR(moments.variance, square - mean * mean, 1e-7 * (1 + square)) << round;
    EXPECT_EQ(effective_widths(layers, fields, 1e7).back(), static_cast<double>(profile.effective().size()))
        << round;
    ++compared;
  }
  EXPECT_GT(compared, 60);
}

TEST(EffectiveReceptiveField, SquaresOfRandomGradientsFollowTheMean) {
  const Layers layers = {{.kernel = 3, .padding = 1},
                         {.kernel = 2, .stride = 2},
                         {.kernel = 3, .padding = 2, .dilation = 2},
                         {.kernel = 3, .padding = 1}};
  const auto fields = receptive_fields(layers, 64);
  const GradientProfile mean = mean_gradient(layers, fields, 4, 16);
  const int draws = 20'000;
  const GradientProfile drawn = squared_gradient(layers, fields, 4, 16, 7, draws);
  ASSERT_EQ(drawn.first, mean.first);
  ASSERT_EQ(drawn.values.size(), mean.values.size());
  for (std::size_t i = 0; i < mean.values.size(); ++i)
    EXPECT_NEAR(drawn.values[i], mean.values[i], 0.03 * mean.peak());
  EXPECT_EQ(squared_gradient(layers, fields, 4, 16, 7, 3).values,
            squared_gradient(layers, fields, 4, 16, 7, 3).values);
  EXPECT_NE(squared_gradient(layers, fields, 4, 16, 7, 3).values,
            squared_gradient(layers, fields, 4, 16, 8, 3).values);
}

TEST(EffectiveReceptiveField, PathsIntoThePaddingAreLost) {
  const Layers layers = stack(3, 3);
  const auto fields = receptive_fields(layers, 20);
  EXPECT_LT(mean_gradient(layers, fields, 3, 0).sum(), 0.7);
  EXPECT_NEAR(mean_gradient(layers, fields, 3, 10).sum(), 1, 1e-15);
}

TEST(EffectiveReceptiveField, GrowsWithTheRootOfDepth) {
  const Layers layers = stack(400, 3);
  const auto widths = effective_widths(layers, receptive_fields(layers, 64), 1e7);
  EXPECT_NEAR(widths[400] / widths[100], 2, 0.03);
  EXPECT_NEAR(widths[400], 2 * effective_radius * std::sqrt(400 * 8 / 12.0) + 1, 2);
  EXPECT_TRUE(std::isnan(effective_widths(layers, receptive_fields(layers, 64), 1e4).back()));
}

}  // namespace
}  // namespace theta
