// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_shown.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/lab_code.h"
#include "tests/core/labs/activations_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST(ActivationsHistoryCode, numpy_counts_what_was_known) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto readings = [](int year) {
    return results_of(activations_code({.view = ActivationView::history, .probe = 2, .year = year},
                                       CodeLibrary::numpy))["readings"];
  };
  const auto first = readings(1943), last = readings(2026);
  EXPECT_EQ(first["newest_year"], 1943);  // the step of McCulloch and Pitts
  EXPECT_EQ(first["newest_value"], 1);
  EXPECT_EQ(first["newest_slope"], 0);
  EXPECT_EQ(last["known"], known_by(2026).size());
  EXPECT_LT(first["known"], last["known"]);
}

}  // namespace
}  // namespace theta
