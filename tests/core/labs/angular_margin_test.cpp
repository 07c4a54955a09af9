// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/angular_margin_figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>
#include <string>

namespace theta {
namespace {

using enum MarginLoss;

TEST(AngularMarginLab, EachPictureHasPanelsOfItsOwn) {
  std::set<std::string> seen;
  for (std::size_t view = 0; view <= static_cast<std::size_t>(MarginView::training); ++view) {
    std::string panels;
    for (const Panel& panel : drawn({.view = static_cast<MarginView>(view), .width = 8}).panels)
      panels += panel.id + " ";
    EXPECT_TRUE(seen.insert(panels).second) << panels;
  }
}

/// The formula is worked out as the chosen loss defines it, ArcFace's also beyond its switch.
TEST(AngularMarginLab, WorksTheTargetOut) {
  const auto worked = [](AngularMargin lab) {
    lab.sample_angle = lab.loss == arcface ? lab.sample_angle : std::numbers::pi / 3;
    std::string all;
    for (const Text& each : drawn(lab).worked) all += fill(each) + "\n";
    return all;
  };
  EXPECT_NE(worked({.loss = am_softmax, .m3 = 0.25}).find("$T = 0.5 - 0.25 = 0.25$"), std::string::npos);
  EXPECT_NE(worked({.loss = a_softmax, .m = 2, .lambda = 0}).find("= −0.5$ with $m = 2$"), std::string::npos)
      << worked({.loss = a_softmax, .m = 2, .lambda = 0});
  EXPECT_NE(worked({.loss = arcface, .sample_angle = 0.5}).find("\\cos(0.5 + 0.5)"), std::string::npos);
  EXPECT_NE(worked({.loss = arcface, .sample_angle = 3}).find("beyond the switch at $\\theta = 2.6415"),
            std::string::npos);
}

/// The gap is what is left of the target's cosine after the rival's.
TEST(AngularMarginLab, ReadsTheGapBetweenTheTargetAndItsRival) {
  for (const AngularMargin& lab : golden_columns) {
    const Figure figure = drawn(lab);
    EXPECT_EQ(reading(figure, "gap"), reading(figure, "target_value") - reading(figure, "rival_value"));
    EXPECT_NEAR(reading(figure, "theta_degrees"), 45, 1e-12);
    EXPECT_EQ(reading(figure, "gap") > 0, reading(figure, "probability") > 0.5) << "won, or not";
  }
}

}  // namespace
}  // namespace theta
