// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace theta {

/// A function of the axis by its value and by its slope, and where it is not smooth.
struct Mapping {
  std::function<double(double)> value, slope;
  std::vector<double> corners = {};  ///< ascending
};

/// The density of y = f(x), x ~ N(m, s²), s > 0, at each of `ys`, ascending: Σ p(x)/|f′(x)| over the x with
/// f(x) = y. Infinite where f is level at one of them. They are looked for within m ± 8 s, between 4000 even
/// steps, the corners and the turning points near one of the ys: two that stand within one of these are
/// missed. Where f jumps past y there is none.
std::vector<double> pushed_density(const Mapping& f, double m, double s, std::span<const double> ys);

}  // namespace theta
