// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

using enum MarginLoss;

INSTANTIATE_TEST_SUITE_P(AngularMargin, Code, testing::ValuesIn(code_cases("angular-margin")), name_of_case);

/// The verdicts' SphereFace keeps a share of softmax where A-Softmax stands bare, and a released layer mixes
/// it into its slope; with lengths and with a released head of ArcFace, in every view of the one sample.
TEST(AngularMarginCode, numpy_computes_views_no_preset_shows) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> all = {
      to_values(AngularMargin{.loss = a_softmax, .m = 3, .lambda = 0, .sample_angle = 1.9}),
      to_values(AngularMargin{
          .loss = sphereface, .m = 3, .lambda = 7, .released_gradient = true, .sample_angle = 0.9})};
  for (const MarginView view :
       {MarginView::curves, MarginView::plane, MarginView::circle, MarginView::sphere}) {
    all.push_back(to_values(AngularMargin{.view = view,
                                          .loss = arcface,
                                          .released_gradient = true,
                                          .compare = {softmax, combined},
                                          .sample_angle = -1.1,
                                          .sample_latitude = 0.4,
                                          .target = 2,
                                          .class_angles = {0.3, -2.2, 1.4, -0.5, 2.9},
                                          .class_latitudes = {0.2, -1},
                                          .yaw = 2.1}));
    all.push_back(to_values(AngularMargin{.view = view,
                                          .loss = l_softmax,
                                          .m = 3,
                                          .lambda = 2,
                                          .scale = 3,
                                          .sample_angle = 2.4,
                                          .class_angles = {0.4, -1.3},
                                          .class_lengths = {2, 0.7}}));
  }
  expect_drawn(margin_lab(), all, CodeLibrary::numpy);
}

}  // namespace
}  // namespace theta
