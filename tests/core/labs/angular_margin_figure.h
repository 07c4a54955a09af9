// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/all.h"
#include "core/labs/angular_margin_parameters.h"
#include "core/model/change.h"
#include "tests/core/golden_margins.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace theta {

inline const Lab& margin_lab() { return *find_lab("angular-margin"); }

inline Figure drawn(const AngularMargin& lab) {
  const Values values = to_values(lab);
  EXPECT_TRUE(check(margin_lab().fields, values).empty());
  return margin_lab().draw(values, {});
}

/// The curve's value at an angle that is among its points.
inline double value_at(const Curve& curve, double theta) {
  for (std::size_t i = 0; i < curve.x.size(); ++i) {
    if (std::abs(curve.x[i] - theta) < 1e-12) return curve.y[i];
  }
  throw std::out_of_range("no such angle");
}

/// The lab at a margin.
inline AngularMargin lab_at(const Margin& margin) {
  return {.loss = margin.loss,
          .m = margin.m,
          .lambda = margin.lambda,
          .m1 = margin.m1,
          .m2 = margin.m2,
          .m3 = margin.m3};
}

/// The lab at each of golden_margins.
inline const std::vector<AngularMargin> golden_columns = [] {
  std::vector<AngularMargin> columns;
  for (const Margin& margin : golden_margins) columns.push_back(lab_at(margin));
  return columns;
}();

}  // namespace theta
