// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/gumbel_softmax_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

/// The density of y₁ of two classes, from its logistic noise.
double density(double p, double temperature, double y) {
  const double x = temperature * std::log(y / (1 - y)) - std::log(p / (1 - p));
  const double logistic = 1 / (2 + std::exp(x) + std::exp(-x));
  return logistic * temperature / (y * (1 - y));
}

TEST(GumbelLaw, OfTwoClassesIsALogisticLawBent) {
  for (const double temperature : {0.3, 1.0, 2.5}) {
    const Figure figure = gumbel_figure({.probabilities = {0.3, 0.7}, .temperature = temperature});
    const auto& curve = layer<Curve>(figure, "law", "concrete_density");
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      if (curve.x[i] < 0.01 || curve.x[i] > 0.99) continue;
      EXPECT_NEAR(curve.y[i], density(0.3, temperature, curve.x[i]), 1e-11 * std::max(1.0, curve.y[i]));
    }
  }
}

TEST(GumbelLaw, ShowsWhatTheClassesAllow) {
  const auto shows = [](std::vector<double> probabilities, const char* id) {
    const Figure figure = gumbel_figure({.probabilities = std::move(probabilities)});
    for (const Layer& each : find_panel(figure, "law")->layers)
      if (mark_of(each).id == id) return true;
    return false;
  };
  EXPECT_TRUE(shows({0.4, 0.6}, "histogram"));
  EXPECT_TRUE(shows({0.4, 0.3, 0.3}, "simplex"));
  EXPECT_TRUE(shows({0.25, 0.25, 0.25, 0.25}, "component_histograms"));
}

TEST(GumbelLaw, NamesItsDensityOnce) {
  const Figure figure = gumbel_figure({});
  int named = 0;
  for (const Layer& each : find_panel(figure, "law")->layers)
    named += mark_of(each).id.starts_with("density_level") && !mark_of(each).label.empty();
  EXPECT_EQ(named, 1);
}

}  // namespace
}  // namespace theta
