// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/expect_near.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"
#include "tests/core/labs/rope_figure.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

TEST(RopeSlide, FreezesTheLogitOfTokensThatMoveTogether) {
  for (const std::int64_t shift : {0, 100, 10'000'000}) {
    const Figure figure = rope_figure({.view = RopeView::slide, .shift = shift});
    expect_near(reading(figure, "logit_shifted"), -17.9082172660112);
    EXPECT_LT(reading(figure, "spread"), 1e-11) << shift;
    EXPECT_GT(reading(figure, "spread_added"), 10) << shift;
    const Handle& ring = figure.handles.back();
    EXPECT_EQ(ring.at.x, static_cast<double>(shift));
    const Curve& added = layer<Curve>(figure, "shift", "logit_added");
    const auto here = std::ranges::find(added.x, static_cast<double>(shift));
    ASSERT_NE(here, added.x.end());
    expect_near(added.y[static_cast<std::size_t>(here - added.x.begin())], reading(figure, "added_shifted"),
                1e-10);
  }
}

}  // namespace
}  // namespace theta
