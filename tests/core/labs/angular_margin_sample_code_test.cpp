// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/angular_margin_sample_code.h"

#include "core/labs/lab_code.h"
#include "tests/core/labs/angular_margin_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>

namespace theta {
namespace {

/// Softmax over two opposite classes is a logistic function of twice the target's logit.
TEST(AngularMarginSampleCode, numpy_computes_the_loss_of_the_sample) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const double angle = 0.7, scale = 5;
  const auto readings = results_of(angular_margin_code({.loss = MarginLoss::softmax,
                                                        .scale = scale,
                                                        .sample_angle = angle,
                                                        .class_angles = {0, std::numbers::pi},
                                                        .class_latitudes = {0, 0},
                                                        .class_lengths = {1, 1}},
                                                       CodeLibrary::numpy))["readings"];
  EXPECT_NEAR(readings["theta"], angle, 1e-15);
  EXPECT_NEAR(readings["rival_value"], -std::cos(angle), 1e-15);
  EXPECT_NEAR(readings["loss_value"], std::log1p(std::exp(-2 * scale * std::cos(angle))), 1e-16);
  EXPECT_NEAR(readings["probability"], 1 / (1 + std::exp(-2 * scale * std::cos(angle))), 1e-15);
}

TEST(AngularMarginSampleCode, StandsOnTheSphereWhereClassesDo) {
  EXPECT_EQ(margin_sample_code({}).find("on_sphere"), std::string::npos);
  EXPECT_NE(margin_sample_code({.view = MarginView::sphere}).find("on_sphere"), std::string::npos);
}

}  // namespace
}  // namespace theta
