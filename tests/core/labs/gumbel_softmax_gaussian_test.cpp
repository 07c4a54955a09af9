// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/gumbel_softmax_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(GumbelGaussian, GradientsOfASquareAreKnown) {
  const double mean = 0.7, deviation = 1.5;
  const Figure figure = gumbel_figure({.view = GumbelView::gaussian,
                                       .function = GaussianFunction::square,
                                       .mean = mean,
                                       .deviation = deviation});
  EXPECT_NEAR(reading(figure, "gradient"), 2 * mean, 1e-9) << "of mean² + deviation²";
  EXPECT_NEAR(reading(figure, "pathwise_variance"), 4 * deviation * deviation, 1e-8);
}

TEST(GumbelGaussian, AFastSineIsBetterLeftToTheScoreFunction) {
  const auto pathwise_is_better = [](double frequency) {
    const Figure figure = gumbel_figure({.view = GumbelView::gaussian, .frequency = frequency});
    return reading(figure, "pathwise_variance") < reading(figure, "baseline_variance");
  };
  EXPECT_TRUE(pathwise_is_better(0.5));
  EXPECT_FALSE(pathwise_is_better(5));
}

}  // namespace
}  // namespace theta
