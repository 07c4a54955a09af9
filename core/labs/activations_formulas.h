// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/activation.h"

namespace theta {

/// A function, its slope and its curvature in Python, of an array x: for the scripts. They call sigmoid,
/// softplus, negative and distribution, and name the parameters as the lab does.
struct PythonFormulas {
  const char *value, *slope, *curvature;
};
const PythonFormulas& python_formulas(Activation activation);

}  // namespace theta
