// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/all.h"
#include "core/labs/angular_margin_parameters.h"
#include "core/model/change.h"
#include "tests/core/labs/layer.h"
#include "tests/core/labs/reading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

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

/// The losses of figure 4b of ArcFace.
inline const AngularMargin golden_columns[] = {
    {.loss = MarginLoss::softmax},
    {.loss = MarginLoss::sphereface, .m = 4, .lambda = 5},
    {.loss = MarginLoss::combined, .m1 = 1.35, .m2 = 0, .m3 = 0},
    {.loss = MarginLoss::arcface, .m2 = 0.5},
    {.loss = MarginLoss::am_softmax, .m3 = 0.35},
    {.loss = MarginLoss::combined, .m1 = 1, .m2 = 0.3, .m3 = 0.2},
    {.loss = MarginLoss::combined, .m1 = 0.9, .m2 = 0.4, .m3 = 0.15}};

}  // namespace theta
