// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/activations_parameters.h"
#include "core/math/activation.h"

#include <string>
#include <vector>

// What the scripts of the lab's views have in common.

namespace theta {

/// A function as the scripts write it, of an array x.
struct Written {
  std::string id, value, slope, curvature;
  bool bends = true;           ///< has a curvature worth drawing
  std::string kinks = "[]";    ///< where it is not smooth, ascending
  std::string functions = {};  ///< definitions of what it calls
};
Written written(Function function, const Activations& activations);

/// A list of where functions are not smooth, ascending.
std::string listed_kinks(std::vector<Kink> kinks);

/// The definition of a function of x.
std::string function_of_x(const std::string& name, const std::string& formula);

/// Defines grid(kinks), an axis of x.
extern const char* const grid_code;

/// Its curve in the panel of values, once grid is defined.
std::string value_curve(const Written& function);

/// Defines f and its slope df, kinks, and normal_points(mean, deviation) for expectations over a normal x.
std::string expectations_code(const Written& f);

}  // namespace theta
