// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

namespace theta {

/// A value as it lies along its axis: its logarithm on a log axis (NaN where it has none), else itself.
double along(const Axis& axis, double value);
double from_along(const Axis& axis, double place);

/// An axis as it lies on screen or paper, its low end at `first` and its high end at `last`; `low` and `high`
/// as they lie along the axis.
struct AxisPlace {
  bool log = false;
  double low = 0, high = 1;
  double first = 0, last = 1;

  double place(double value) const;
  double value(double place) const;
};
AxisPlace axis_place(const Axis& axis, double first, double last);

}  // namespace theta
