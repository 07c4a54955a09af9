// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/attention_decay_scene.h"

#include "core/math/position_bias.h"
#include "core/math/rope.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <vector>

namespace theta {
namespace {

using Content = std::vector<std::complex<double>>;

TEST(AttentionDecayScene, ContentIsWhatItsNameSays) {
  const AttentionDecayScene scene = attention_decay_scene({.peak_distance = 37}, {});
  const Content ones = pair_content(scene, DecayContent::ones),
                same = pair_content(scene, DecayContent::same_random),
                peak = pair_content(scene, DecayContent::peak);
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  ASSERT_EQ(ones.size(), 64u);
  double mean = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    EXPECT_EQ(ones[i], 1.0);
    EXPECT_EQ(same[i].imag(), 0);
    EXPECT_GT(same[i].real(), 0);
    mean += same[i].real() / 64;
    const double turn = 37 * frequencies[static_cast<Eigen::Index>(i)];
    EXPECT_NEAR(std::abs(peak[i] * std::polar(1.0, turn) - same[i]), 0, 1e-13) << "they meet 37 tokens apart";
  }
  EXPECT_NEAR(mean, 1, 0.5) << "pairs have length 1 on average";
}

TEST(AttentionDecayScene, AWiderHeadKeepsTheContentOfTheNarrowerAndDrawsShareNothing) {
  const AttentionDecayScene wide = attention_decay_scene({}, {}),
                            narrow =
                                attention_decay_scene({.head_dimension = 64, .rotary_dimensions = 32}, {});
  for (const DecayContent each : {DecayContent::same_random, DecayContent::independent}) {
    const Content of_wide = pair_content(wide, each), of_narrow = pair_content(narrow, each);
    ASSERT_EQ(of_narrow.size(), 16u);
    EXPECT_TRUE(std::equal(of_narrow.begin(), of_narrow.end(), of_wide.begin()));
  }
  EXPECT_EQ(independent_content(wide, 0), pair_content(wide, DecayContent::independent));
  const Content first = independent_content(wide, 0), second = independent_content(wide, 1);
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_NE(first[i], second[i]);
}

/// The scaled logit by its definition: 2/√d_h times the content turned by the distance, and what stands
/// still.
TEST(AttentionDecayScene, LogitsOfSchemesAreTheirDefinitions) {
  const AttentionDecay p{.distance_limit = 40,
                         .content = DecayContent::independent,
                         .heads = 8,
                         .head = 3,
                         .head_dimension = 20,
                         .rotary_dimensions = 12,
                         .scaling = RotaryScaling::linear,
                         .factor = 4};
  const AttentionDecayScene scene = attention_decay_scene(p, {});
  const Content content = pair_content(scene, DecayContent::independent);
  const Eigen::ArrayXd frequencies = inverse_frequencies(12, 1e4), decays = xpos_decays(12);
  const auto logit = [&](double s, double slower, double fades) {
    double sum = 0;
    for (std::size_t i = 0; i < content.size(); ++i) {
      const auto at = static_cast<Eigen::Index>(i);
      sum += std::exp(-fades * s * decays[at]) *
             (content[i] * std::polar(1.0, s * frequencies[at] / slower)).real();
    }
    return 2 * sum / std::sqrt(20);
  };
  const double still = scheme_logit(scene, PositionScheme::none).constant - logit(0, 1, 0);
  EXPECT_GT(std::abs(still), 1e-3) << "the eight dimensions that are not rotated";
  const ColumnSummary rope = summary_of(scene, scheme_logit(scene, PositionScheme::rope)),
                      ntk = summary_of(scene, scheme_logit(scene, PositionScheme::ntk)),
                      xpos = summary_of(scene, scheme_logit(scene, PositionScheme::xpos)),
                      alibi = summary_of(scene, scheme_logit(scene, PositionScheme::alibi));
  ASSERT_EQ(rope.mean.size(), 41u);
  for (std::size_t s = 0; s <= 40; ++s) {
    const auto distance = static_cast<double>(s);
    EXPECT_NEAR(rope.mean[s], still + logit(distance, 4, 0), 1e-12) << s;
    EXPECT_NEAR(xpos.mean[s], still + logit(distance, 1, 1), 1e-12) << s;
    EXPECT_NEAR(alibi.mean[s], still + logit(0, 1, 0) - distance / 8, 1e-12) << s;
    EXPECT_EQ(rope.least[s], rope.most[s]) << "a column each";
  }
  EXPECT_NEAR(ntk.mean[0], rope.mean[0], 1e-12);
  EXPECT_GT(std::abs(ntk.mean[40] - rope.mean[40]), 1e-3) << "another rule beside the one that is set";
}

/// Where not every distance has a column, points are exact and lie within the range of theirs.
TEST(AttentionDecayScene, ColumnsHoldTheirPoints) {
  const AttentionDecay p{
      .distance_limit = 50'000, .distance_scale = DistanceScale::log, .rotary_dimensions = 32};
  const AttentionDecayScene scene = attention_decay_scene(p, {});
  EXPECT_FALSE(scene.every);
  const LogitFunction same{.as_set = true, .coefficients = pair_content(scene, DecayContent::ones)};
  const ColumnSummary columns = summary_of(scene, same);
  const std::vector<double> values = values_at_points(scene, same);
  ASSERT_EQ(values.size(), scene.points.size());
  EXPECT_EQ(scene.points.back(), 50'000);
  const Eigen::ArrayXd frequencies = inverse_frequencies(32, 1e4);
  for (std::size_t n = 0, c = 0; n < values.size(); ++n) {
    while (static_cast<double>(scene.columns.starts[c + 1]) <= scene.points[n]) ++c;
    EXPECT_NEAR(values[n], (scene.points[n] * frequencies).cos().sum(), 1e-9);
    EXPECT_LE(columns.least[c], values[n] + 1e-9);
    EXPECT_GE(columns.most[c], values[n] - 1e-9);
  }
}

TEST(AttentionDecayScene, IsPartialOnlyInAQuickPassOverMuch) {
  const AttentionDecay much{.distance_limit = 1'000'000}, little{.distance_limit = 100, .context = 1000};
  EXPECT_FALSE(attention_decay_scene(little, {.quick = true}).partial);
  EXPECT_FALSE(attention_decay_scene(much, {}).partial);
  const AttentionDecayScene quick = attention_decay_scene(much, {.quick = true});
  EXPECT_TRUE(quick.partial);
  EXPECT_FALSE(quick.sums) << "no distance but the points is looked at";
  EXPECT_EQ(quick.points.size(), quick.columns.size());
}

}  // namespace
}  // namespace theta
