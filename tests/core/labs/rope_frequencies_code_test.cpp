// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "core/labs/rope_views_code.h"
#include "tests/core/labs/rope_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace theta {
namespace {

TEST(RopeFrequenciesCode, numpy_tabulates_cosines_and_frequencies) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto results = results_of(rope_code({.view = RopeView::table}, CodeLibrary::numpy));
  const auto frequencies = results["inverse_frequency"]["y"];
  ASSERT_GE(frequencies.size(), 2u);
  EXPECT_EQ(frequencies[0], 1);
  const double step = std::pow(1e4, -1.0 / static_cast<double>(frequencies.size()));
  EXPECT_NEAR(frequencies[1], step, 1e-15);
  EXPECT_EQ(results["table"]["values"][0][0], 1);  // nothing turns at position 0
}

TEST(RopeFrequenciesCode, EveryRuleButTheOneInUseIsDefined) {
  const std::string script = rope_scalings_code({.view = RopeView::scalings, .scaling = RotaryScaling::ntk});
  EXPECT_EQ(script.find("def ntk("), std::string::npos);
  EXPECT_NE(script.find("def yarn("), std::string::npos);
}

}  // namespace
}  // namespace theta
