// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace theta {

/// Relative to the wanted value, absolute below 1.
inline void expect_near(double got, double want, double tolerance = 1e-12) {
  EXPECT_NEAR(got, want, tolerance * std::max(1.0, std::abs(want)));
}

}  // namespace theta
