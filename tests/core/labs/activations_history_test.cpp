// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

TEST(ActivationsHistory, TheTimeLineStartsWithAThresholdAndKnowsAllInTheEnd) {
  EXPECT_EQ(reading(activations_figure({.view = ActivationView::history, .year = 1943}), "known"), 1);
  EXPECT_EQ(reading(activations_figure({.view = ActivationView::history, .year = 2024}), "known"), 28);
  double before = 0;
  for (int year = 1943; year <= 2024; ++year) {
    const double known =
        reading(activations_figure({.view = ActivationView::history, .year = year}), "known");
    EXPECT_GE(known, before) << year;
    before = known;
  }
}

/// The reading is of the curve drawn, whatever its parameters.
TEST(ActivationsHistory, ReadsTheNewestAsItIsDrawn) {
  const Figure swish =
      activations_figure({.view = ActivationView::history, .probe = 1, .year = 2017, .beta = 3});
  EXPECT_NEAR(reading(swish, "newest_value"), 1 / (1 + std::exp(-3)), 1e-15);
}

TEST(ActivationsHistory, NamesAllThatCameInTheNewestYear) {
  const Figure several = activations_figure({.view = ActivationView::history, .year = 2017});
  const std::string words = fill(several.description), worked = fill(several.worked.at(1));
  for (const char* name : {"SELU", "CELU", "Swish"}) {
    EXPECT_NE(words.find(name), words.npos) << name;
    EXPECT_NE(worked.find(name), worked.npos) << name;
  }
  EXPECT_NE(words.find("stand out"), words.npos);
  const Figure one = activations_figure({.view = ActivationView::history, .year = 1943});
  EXPECT_NE(fill(one.description).find("stands out"), std::string::npos);
}

}  // namespace
}  // namespace theta
