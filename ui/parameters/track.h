// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

namespace theta {

/// Where the values of a numeric parameter lie along its slider: the one place that knows its scale, its
/// steps and its whole numbers. A log scale that reaches down to zero or below counts from its lower end,
/// log(1 + value − low).
struct Track {
  Limits limits;
  Scale scale = Scale::linear;
  double multiple = 0;  ///< only multiples of this are values; 0: all numbers are
  bool angle = false;
  bool operator==(const Track&) const = default;
};

/// The track of a Real or an Integer whose limits are these.
Track track_of(const Field& field, Limits limits);

/// From 0 at the low limit to 1 at the high one; values outside lie at the ends.
double position_of(const Track& track, double value);

/// The value at a position from 0 to 1, a multiple of `multiple` where there is one, else with no more digits
/// than a slider's pixels can tell apart.
double value_at(const Track& track, double position);

/// The same without cutting digits, for what moves by itself.
double exact_value_at(const Track& track, double position);

enum class Pace { fine, usual, coarse };

/// A step from a value. On a linear scale about a hundredth of the range: 1, 2 or 5 times a power of ten, or
/// a simple fraction of π for an angle. On a log scale one in the value's second digit. At least `multiple`.
double step_at(const Track& track, double value);

/// The value so many steps on: of a tenth each when fine, of ten when coarse. It ends at the limits.
double stepped(const Track& track, double value, int steps, Pace pace);

}  // namespace theta
