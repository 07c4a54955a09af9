// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/gumbel_softmax_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

TEST(GumbelCurves, GoFromOneHotToEven) {
  const Figure figure = gumbel_figure({.probabilities = {0.5, 0.3, 0.2}});
  const auto& maximum = layer<Curve>(figure, "sharpness", "expected_maximum");
  const auto& entropy = layer<Curve>(figure, "sharpness", "expected_entropy");
  EXPECT_EQ(maximum.x.front(), 0.01);
  EXPECT_EQ(maximum.x.back(), 20);
  EXPECT_GT(maximum.y.front(), 0.99);
  EXPECT_LT(entropy.y.front(), 0.02);
  EXPECT_NEAR(entropy.y.back(), std::log(3.0), 0.01);
  for (std::size_t i = 1; i < maximum.y.size(); ++i) {
    EXPECT_LT(maximum.y[i], maximum.y[i - 1]);
    EXPECT_GT(entropy.y[i], entropy.y[i - 1]);
  }
}

TEST(GumbelCurves, SamplesStandOnTheExactCurves) {
  const GumbelSoftmax gumbel{.temperature = 0.7, .samples = 100'000};
  const Figure figure = gumbel_figure(gumbel);
  const auto& exact = layer<Curve>(figure, "sharpness", "expected_maximum");
  const auto& sampled = layer<Points>(figure, "sharpness", "sampled_maximum");
  for (std::size_t i = 0; i < sampled.x.size(); ++i) {
    std::size_t k = 0;
    while (k + 1 < exact.x.size() && exact.x[k + 1] < sampled.x[i]) ++k;
    EXPECT_LT(sampled.y[i], exact.y[k] + 0.01) << sampled.x[i];
    EXPECT_GT(sampled.y[i], exact.y[std::min(k + 1, exact.y.size() - 1)] - 0.01) << sampled.x[i];
  }
}

TEST(GumbelCurves, MeanSharesSumToOneAndEndEven) {
  const Figure figure = gumbel_figure({.view = GumbelView::means, .probabilities = {0.6, 0.3, 0.1}});
  std::vector<Curve> shares;
  for (const char* id : {"expected_share_1", "expected_share_2", "expected_share_3"})
    shares.push_back(layer<Curve>(figure, "means", id));
  for (std::size_t i = 0; i < shares[0].y.size(); ++i)
    EXPECT_NEAR(shares[0].y[i] + shares[1].y[i] + shares[2].y[i], 1, 1e-9);
  EXPECT_NEAR(shares[0].y.front(), 0.6, 0.01) << "cold, the mean is the law of winners";
  EXPECT_NEAR(shares[2].y.back(), 1.0 / 3, 0.05) << "hot, it is even";
}

}  // namespace
}  // namespace theta
