// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/angular_margin_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

/// The figure of a step is that of the run at this step, in whatever order steps are visited.
TEST(AngularMarginTraining, TrainsTheSameWhicheverWayAStepIsReached) {
  AngularMargin lab{.view = MarginView::training, .m2 = 0.3, .width = 8};
  std::vector<double> losses;
  for (const int step : {40, 5, 40, 12, 40}) {
    lab.step = step;
    const Figure figure = drawn(lab);
    const MarginTraining run(lab.task());
    TrainingState state = run.start();
    for (int i = 0; i < step; ++i) run.advance(state);
    EXPECT_EQ(reading(figure, "training_loss_value"), run.embedding(state).moment.loss);
    const auto& curve = layer<Curve>(figure, "loss", "training_loss");
    EXPECT_EQ(curve.x.back(), step);
    EXPECT_EQ(curve.x.size(), static_cast<std::size_t>(step));
    EXPECT_EQ(curve.y.back(), reading(figure, "training_loss_value"));
  }
}

}  // namespace
}  // namespace theta
