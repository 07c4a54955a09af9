// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/labs/activations_figure.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace theta
