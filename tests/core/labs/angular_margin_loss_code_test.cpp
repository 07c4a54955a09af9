// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

using enum MarginLoss;

/// With an odd multiplier, weights of any length, and both ways ArcFace goes on that no preset shows.
TEST(AngularMarginLossCode, numpy_computes_every_loss) {
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

/// On the circle the loss is compared with that without a margin, which is the same loss for softmax itself.
TEST(AngularMarginLossCode, DefinesTheLossesOfAViewAndNoOthers) {
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

}  // namespace
}  // namespace theta
