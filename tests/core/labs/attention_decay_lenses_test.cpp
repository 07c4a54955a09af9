// SPDX-License-Identifier: GPL-3.0-or-later
// The panels of rounded angles and of bases.
#include "core/labs/attention_decay_panels.h"
#include "core/math/rope.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>

namespace theta {
namespace {

const Curve& error_curve(const Panel& panel, const std::string& format) {
  const auto found = std::ranges::find_if(
      panel.layers, [&](const Layer& each) { return mark_of(each).id == "error_" + format; });
  return std::get<Curve>(*found);
}

/// At few distances each has a column of its own: the error is that of float32 as the machine rounds.
TEST(AttentionDecayLenses, TheErrorOfAFormatIsThatOfItsRounding) {
  const Panel panel = precision_panel(attention_decay_scene({.distance_limit = 60}, {}));
  const Curve& curve = error_curve(panel, "float32");
  const Eigen::ArrayXd frequencies = inverse_frequencies(128, 1e4);
  ASSERT_EQ(curve.x.size(), 60u) << "at distance 0 nothing turns";
  for (std::size_t n = 0; n < curve.x.size(); ++n) {
    double error = 0;
    for (const double frequency : frequencies) {
      const float angle = static_cast<float>(curve.x[n]) * static_cast<float>(frequency);
      error += std::cos(static_cast<double>(angle)) - std::cos(curve.x[n] * frequency);
    }
    EXPECT_NEAR(curve.y[n], std::max(std::abs(error), 1e-12), 1e-12) << curve.x[n];
  }
}

TEST(AttentionDecayLenses, AFormatIsCutWhereItEnds) {
  const Panel panel = precision_panel(attention_decay_scene(
      {.distance_limit = 200'000, .distance_scale = DistanceScale::log, .rotary_dimensions = 32}, {}));
  const Curve &half = error_curve(panel, "float16"), &single = error_curve(panel, "float32");
  for (std::size_t n = 0; n < half.x.size(); ++n) {
    if (half.x[n] < 62'000 || half.x[n] > 68'000) {  // a column holds some percent of its distance
      EXPECT_EQ(std::isnan(half.y[n]), half.x[n] > 65'520) << half.x[n];
    }
    EXPECT_FALSE(std::isnan(single.y[n]));
  }
  EXPECT_LT(std::ranges::max(single.y), 0.2);
  EXPECT_GT(std::ranges::max(error_curve(panel, "bfloat16").y), 5);
}

/// Every base reaches where C first turns negative, by summing cosines one by one.
TEST(AttentionDecayLenses, ABaseSupportsWhatItsSumSays) {
  const AttentionDecayScene scene =
      attention_decay_scene({.distance_limit = 100, .rotary_dimensions = 32, .context = 3000}, {});
  const BaseSearch search = search_bases(scene, {});
  EXPECT_EQ(search.searched, 3000);
  EXPECT_TRUE(std::ranges::is_sorted(search.bases));
  for (std::size_t n = 0; n < search.bases.size(); ++n) {
    const Eigen::ArrayXd frequencies = inverse_frequencies(32, search.bases[n]);
    double s = 1;
    while (s < 3000 && (s * frequencies).cos().sum() >= 0) ++s;
    EXPECT_EQ(search.supported[n], s) << search.bases[n];
  }
  EXPECT_EQ(supported_by(scene, search.bases[5], 3000), search.supported[5]);
}

/// It goes on until three bases in a row reach, since one that reaches may be followed by one that does not.
TEST(AttentionDecayLenses, TheSearchEndsWithThreeBasesThatReach) {
  const AttentionDecayScene scene =
      attention_decay_scene({.distance_limit = 100, .base = 100, .context = 1000}, {});
  BaseSearch search = search_bases(scene, {});
  ASSERT_GT(search.bases.size(), 4u);
  EXPECT_LT(search.bases.back(), 1e8);
  const std::size_t last = search.bases.size() - 1;
  for (const std::size_t n : {last, last - 1, last - 2}) EXPECT_EQ(search.supported[n], 1000);
  EXPECT_LT(search.supported[last - 3], 1000);
  search.needed = 4250;
  const Panel panel = base_panel(scene, search);
  for (const Layer& each : panel.layers) {
    if (mark_of(each).id == "supporting_bases") {
      EXPECT_EQ(static_cast<std::ptrdiff_t>(std::get<Points>(each).x.size()),
                std::ranges::count(search.supported, 1000.0));
    }
    if (mark_of(each).id == "base_needed") {
      EXPECT_EQ(std::get<Rule>(each).at, 4250);
    }
  }
  EXPECT_EQ(panel.layers.size(), 5u);
}

}  // namespace
}  // namespace theta
