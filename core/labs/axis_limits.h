// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

namespace theta {

/// The smallest of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below the positive
/// number, so that an axis keeps its limits while what it shows changes a little.
double rounded_up(double number);

/// The least 1-2-5 step outward that holds a stretch with some air, so that limits keep still in small
/// changes; at least `least_height` high, which is positive.
Limits rounded_outward(double low, double high, double least_height);

}  // namespace theta
