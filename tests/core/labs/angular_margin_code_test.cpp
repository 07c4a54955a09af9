// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

using enum MarginLoss;

INSTANTIATE_TEST_SUITE_P(AngularMargin, Code, testing::ValuesIn(code_cases("angular-margin")), name_of_case);

/// With an odd multiplier, weights of any length, and both ways ArcFace goes on that no preset shows.
TEST(AngularMarginCode, numpy_computes_every_loss) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> both;
  for (const ArcfaceFallback fallback : {ArcfaceFallback::easy, ArcfaceFallback::clip})
    both.push_back(to_values(AngularMargin{
        .loss = l_softmax,
        .m = 3,
        .lambda = 2,
        .m1 = 1.2,
        .fallback = fallback,
        .compare = {softmax, normalized, a_softmax, normface, sphereface, am_softmax, arcface, combined},
        .sample_angle = 2.7,
        .target = 1,
        .class_lengths = {1.5, 0.5, 2}}));
  expect_drawn(margin_lab(), both, CodeLibrary::numpy);
}

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

/// In few and in many dimensions, with more classes than have a simplex, right angles or a sector to speak
/// of.
TEST(AngularMarginCode, numpy_computes_bounds_no_preset_shows) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> all;
  for (const int dimensions : {2, 3, 4, 512}) {
    for (const std::int64_t classes : {2, 12, 700, 100'000})
      all.push_back(to_values(AngularMargin{
          .view = MarginView::bounds, .scale = 9, .classes = classes, .dimensions = dimensions}));
  }
  expect_drawn(margin_lab(), all, CodeLibrary::numpy);
}

/// On the circle the loss is compared with that without a margin, which is the same loss for softmax itself.
TEST(AngularMarginCode, DefinesTheLossesOfAViewAndNoOthers) {
  const auto defines = [](const AngularMargin& lab, const char* loss) {
    return angular_margin_code(lab, CodeLibrary::numpy).find(std::string("\ndef ") + loss + "(") !=
           std::string::npos;
  };
  const AngularMargin circle{.view = MarginView::circle, .loss = arcface, .compare = {am_softmax}};
  EXPECT_TRUE(defines(circle, "arcface"));
  EXPECT_TRUE(defines(circle, "softmax"));
  EXPECT_FALSE(defines(circle, "am_softmax"));
  EXPECT_FALSE(defines(circle, "psi"));
  EXPECT_TRUE(defines({.loss = arcface}, "sphereface")) << "it has a verdict";
  EXPECT_FALSE(defines({.loss = arcface}, "combined")) << "it has none where another is chosen";
  EXPECT_FALSE(defines({.loss = arcface}, "released_slope"));
  EXPECT_TRUE(defines({.loss = arcface, .released_gradient = true}, "released_slope"));
}

/// The bounds are about numbers of classes: no sample, no loss, and on the circle none of the caps that
/// bound the angle in many dimensions.
TEST(AngularMarginCode, BoundsNameWhatTheyDependOn) {
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
