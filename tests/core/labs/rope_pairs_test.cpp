// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace theta {
namespace {

TEST(RopePairs, SumsThePairsThatAreKept) {
  const Rope all{.view = RopeView::pairs, .scaling = RotaryScaling::yarn};
  const Figure whole = rope_figure(all);
  Rope overview = all;
  overview.view = RopeView::overview;
  expect_near(reading(whole, "logit"), reading(rope_figure(overview), "logit"), 1e-11);
  expect_near(reading(whole, "logit"), reading(whole, "logit_all"));
  Rope fast = all, slow = all;
  fast.pair = 9;
  fast.kept = KeptPairs::fast;
  slow.pair = 10;
  slow.kept = KeptPairs::slow;
  // The highlighted pair has a content of its own: here none.
  fast.query = slow.query = fast.key = slow.key = {0, 0};
  const double both = reading(rope_figure(fast), "logit") + reading(rope_figure(slow), "logit");
  Rope without = all;
  without.pair = 9;
  without.query = {0, 0};
  without.pairs_off = {10};
  expect_near(reading(rope_figure(without), "logit") - both, 0, 1e-11);
  EXPECT_EQ(reading(rope_figure(fast), "pairs_kept"), 10);
  EXPECT_EQ(reading(rope_figure(slow), "pairs_kept"), 22);
}

TEST(RopePairs, SwitchesAPairByAClickOnItsBar) {
  const Rope all{.view = RopeView::pairs};
  const Rope without = clicked(all, "contributions", "Pair 5,");
  EXPECT_EQ(without.pairs_off, (std::vector<double>{5}));
  const Figure before = rope_figure(all), after = rope_figure(without);
  const Bars& off = layer<Bars>(after, "contributions", "contributions_off");
  ASSERT_EQ(off.x, (std::vector<double>{5}));
  expect_near(reading(before, "logit") - reading(after, "logit"), off.y[0]);
  const Curve &full = layer<Curve>(after, "logit", "logit_all"),
              &kept = layer<Curve>(after, "logit", "logit");
  EXPECT_EQ(full.y, layer<Curve>(before, "logit", "logit").y);
  for (std::size_t n = 0; n < kept.x.size(); n += 64) {
    Rope there = all;
    there.query_position = there.key_position + std::llround(kept.x[n]);
    if (static_cast<double>(std::llround(kept.x[n])) != kept.x[n]) continue;
    const Figure here = rope_figure(there);
    expect_near(full.y[n] - kept.y[n], layer<Bars>(here, "contributions", "contributions").y[4], 1e-11);
  }
  EXPECT_EQ(clicked(without, "contributions", "Pair 5,").pairs_off, std::vector<double>{});
}

TEST(RopePairs, ShowsTheUnrotatedPartAsOneConstant) {
  const Rope partial{.view = RopeView::pairs, .head_dimension = 96, .rotary_dimensions = 24};
  const Figure figure = rope_figure(partial);
  const double constant = reading(figure, "unrotated");
  EXPECT_EQ(layer<Bars>(figure, "contributions", "unrotated").y, std::vector<double>{constant});
  Rope far = partial;
  far.query_position = 9999;
  EXPECT_EQ(reading(rope_figure(far), "unrotated"), constant);
  const Rope without = clicked(partial, "contributions", "Not rotated");
  expect_near(reading(figure, "logit") - reading(rope_figure(without), "logit"), constant);
  Rope none = without;
  none.pairs_off = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  EXPECT_EQ(reading(rope_figure(none), "logit"), 0);
  const Figure all_rotated = rope_figure({.view = RopeView::pairs});
  EXPECT_EQ(reading(all_rotated, "unrotated"), 0);
}

}  // namespace
}  // namespace theta
