// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/lab_code.h"
#include "core/labs/rope_views_code.h"
#include "tests/core/labs/rope_figure.h"
#include "tests/core/labs/run_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace theta {
namespace {

/// A double's own rounding is far below what the least of the formats takes from a logit.
TEST(RopePrecisionCode, numpy_orders_the_formats_by_their_digits) {
  if (!has_numpy()) GTEST_SKIP() << "install python3-numpy to have the scripts run";
  const auto results = results_of(rope_code({.view = RopeView::precision}, CodeLibrary::numpy));
  const auto largest_error = [&](const char* format) {
    double most = 0;
    for (const auto& error : results[std::string("error_") + format]["y"]) {
      if (error.is_number()) most = std::max(most, error.get<double>());
    }
    return most;
  };
  EXPECT_LT(largest_error("float64"), 1e-6);
  EXPECT_LT(largest_error("float64"), largest_error("float32"));
  EXPECT_LT(largest_error("float32"), largest_error("bfloat16"));
}

}  // namespace
}  // namespace theta
