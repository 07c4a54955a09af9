// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"
#include "tests/core/labs/attention_decay_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace theta {
namespace {

TEST(AttentionDecayLab, StopsEarly) {
  std::stop_source source;
  std::jthread timer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    source.request_stop();
  });
  const auto start = std::chrono::steady_clock::now();
  decay_figure({.distance_limit = 10'000'000, .head_dimension = 512, .rotary_dimensions = 512},
               {.stop = source.get_token()});
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

TEST(AttentionDecayLab, FindsTheBaseAContextNeeds) {
  const auto base_for = [](std::int64_t context) {
    return reading(decay_figure({.distance_limit = 10, .probe = 0, .peak_distance = 0, .context = context}),
                   "base_needed");
  };
  EXPECT_NEAR(base_for(1000), 4.25e3, 50);
  EXPECT_NEAR(base_for(2000), 1.155e4, 50);
  EXPECT_NEAR(base_for(4000), 2.695e4, 50);
  EXPECT_NEAR(base_for(8000), 8.36e4, 150);
}

TEST(AttentionDecayLab, TheCurveOfBasesReachesWhatIsMarkedOnIt) {
  for (const auto& [base, context] : {std::pair{1e4, 1000}, {3e7, 1000}, {1e4, 65'536}}) {
    const Figure figure = decay_figure(
        {.distance_limit = 10, .probe = 0, .peak_distance = 0, .base = base, .context = context});
    const auto& curve = layer<Curve>(figure, "base", "supported_context");
    EXPECT_GE(curve.x.back(), base);
    EXPECT_GE(curve.x.back(), layer<Rule>(figure, "base", "base_needed").at) << context;
  }
}

TEST(AttentionDecayLab, ScalingsMoveTheCurve) {
  const AttentionDecay slowed{.distance_limit = 800, .scaling = RotaryScaling::linear, .factor = 8};
  const Series fast = series_of(decay_figure({.distance_limit = 100}), "decay", "decay_same"),
               slow = series_of(decay_figure(slowed), "decay", "decay_same");
  for (int s = 0; s <= 100; ++s) EXPECT_NEAR(slow.at(8 * s), fast.at(s), 1e-11);
  AttentionDecay yarn{
      .distance_limit = 100, .schemes = {PositionScheme::rope, PositionScheme::yarn}, .factor = 16};
  const Figure beside = decay_figure(yarn);
  yarn.scaling = RotaryScaling::yarn;
  const Figure set = decay_figure(yarn);
  EXPECT_NEAR(series_of(beside, "schemes", "logit_yarn").at(60),
              series_of(set, "schemes", "logit_rope").at(60), 1e-12);
  EXPECT_NEAR(series_of(set, "schemes", "logit_rope").at(0), 1.6313902266748685 * 128 / std::sqrt(128),
              1e-11);
}

/// B and C stay the sums of the literature; what the other panels have more is said.
TEST(AttentionDecayLab, SaysWhatBoundAndSumLeaveOut) {
  const auto leaves_out = [](const Figure& figure, const char* words) {
    return std::ranges::any_of(all_remarks(figure), [&](const Text& remark) {
      const std::string text = fill(remark);
      return text.find("leave out") != std::string::npos && text.find(words) != std::string::npos;
    });
  };
  const Figure plain = decay_figure({.distance_limit = 100});
  EXPECT_FALSE(leaves_out(plain, ""));
  const Figure partial = decay_figure({.distance_limit = 100, .head_dimension = 192});
  EXPECT_TRUE(leaves_out(partial, "64 dimensions"));
  const AttentionDecay yarn{.distance_limit = 100, .scaling = RotaryScaling::yarn, .factor = 16};
  EXPECT_TRUE(leaves_out(decay_figure(yarn), "1.63139"));
  for (const char* id : {"decay_bound", "decay_same"})
    EXPECT_EQ(series_of(plain, "decay", id).y, series_of(partial, "decay", id).y);
  EXPECT_NEAR(series_of(decay_figure(yarn), "decay", "decay_same").at(0), 64, 1e-12);
  EXPECT_NEAR(series_of(decay_figure(yarn), "decay", "decay_bound").at(0), 32.5, 1e-12);
}

}  // namespace
}  // namespace theta
