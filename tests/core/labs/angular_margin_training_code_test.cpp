// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_training_code.h"

#include "core/labs/code_script.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/run_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::Not;
using enum MarginLoss;

/// Lengths of features and weights that training changes, and a margin whose weight falls with the steps.
TEST(AngularMarginTrainingCode, numpy_computes_losses_no_preset_trains) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  std::vector<Values> both;
  for (const MarginLoss loss : {softmax, sphereface})
    both.push_back(to_values(AngularMargin{.view = MarginView::training,
                                           .loss = loss,
                                           .m = 2,
                                           .step = 15,
                                           .embedding_dimensions = 3,
                                           .annealed = true,
                                           .width = 8}));
  expect_drawn(margin_lab(), both, CodeLibrary::numpy);
}

TEST(AngularMarginTrainingCode, SaysWhichLengthsAreFixed) {
  const auto fixed = [](MarginLoss loss) {
    const std::string code = margin_training_code({.view = MarginView::training, .loss = loss});
    return code.substr(0, code.find('\n'));
  };
  EXPECT_EQ(fixed(softmax), "features_fixed, weights_fixed = False, False");
  EXPECT_EQ(fixed(normalized), "features_fixed, weights_fixed = False, True");
  EXPECT_EQ(fixed(a_softmax), "features_fixed, weights_fixed = False, True");
  EXPECT_EQ(fixed(arcface), "features_fixed, weights_fixed = True, True");
}

/// Only SphereFace has a share of softmax to lower.
TEST(AngularMarginTrainingCode, LowersLambdaWhereItIsAnnealed) {
  const auto code = [](MarginLoss loss, bool annealed) {
    return margin_training_code({.view = MarginView::training, .loss = loss, .annealed = annealed});
  };
  EXPECT_THAT(code(sphereface, true),
              HasSubstr("    lambda_ = max(least_lambda, 1000 / (1 + 0.12 * (taken + 1)))\n"));
  EXPECT_THAT(code(sphereface, false), Not(HasSubstr("least_lambda")));
  EXPECT_THAT(code(arcface, true), Not(HasSubstr("least_lambda")));
}

TEST(AngularMarginTrainingCode, SaysWhereTheStepIsBeyondWhatItCanFollow) {
  const auto code = [](int step) {
    return margin_training_code({.view = MarginView::training, .step = step});
  };
  EXPECT_THAT(code(900), Not(HasSubstr("# Rounding")));
  EXPECT_THAT(code(901), HasSubstr("# Rounding alone parts two runs"));
}

/// Only the circle has dots that stand one beyond the other, only the sphere a far side.
TEST(AngularMarginTrainingCode, PlacesTheFeaturesAsTheyAreDrawn) {
  const auto code = [](int dimensions) {
    return margin_training_code({.view = MarginView::training, .embedding_dimensions = dimensions});
  };
  EXPECT_THAT(code(2), HasSubstr("heights"));
  EXPECT_THAT(code(2), Not(HasSubstr("seen")));
  EXPECT_THAT(code(3), HasSubstr("features_behind"));
}

}  // namespace
}  // namespace theta
