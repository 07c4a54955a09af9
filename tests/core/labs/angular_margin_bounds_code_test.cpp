// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

/// In few and in many dimensions, with more classes than have a simplex, right angles or a sector to speak
/// of.
TEST(AngularMarginBoundsCode, numpy_computes_bounds_no_preset_shows) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> all;
  for (const int dimensions : {2, 3, 4, 512}) {
    for (const std::int64_t classes : {2, 12, 700, 100'000})
      all.push_back(to_values(AngularMargin{
          .view = MarginView::bounds, .scale = 9, .classes = classes, .dimensions = dimensions}));
  }
  expect_drawn(margin_lab(), all, CodeLibrary::numpy);
}

/// The bounds are about numbers of classes: no sample, no loss, and on the circle none of the caps that
/// bound the angle in many dimensions.
TEST(AngularMarginBoundsCode, BoundsNameWhatTheyDependOn) {
  AngularMargin lab{.view = MarginView::bounds, .classes = 100, .dimensions = 2};
  const auto uses = [&](const char* word) {
    return names(angular_margin_code(lab, CodeLibrary::numpy), word);
  };
  EXPECT_FALSE(uses("sample_angle"));
  EXPECT_FALSE(uses("filled_by_caps"));
  EXPECT_TRUE(uses("circle_floor"));
  lab.dimensions = 16;
  lab.classes = 2000;
  EXPECT_TRUE(uses("filled_by_caps"));
  EXPECT_FALSE(uses("circle_floor")) << "drawn up to a thousand classes";
}

}  // namespace
}  // namespace theta
