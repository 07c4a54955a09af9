// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace theta {

/// A closed stretch of the axis; a single point where both ends are the same.
struct Interval {
  double low = 0, high = 0;
};

struct Extremum {
  double x = 0, y = 0;
  bool maximum = false;
};

/// What a reader wants marked on a curve.
struct Features {
  std::vector<Extremum> extrema;  ///< local, inside the range: where the slope changes its sign
  std::vector<Interval>
      fixed_points;  ///< f(x) = x, to 1e-12 of max(1, |x|); stretches where it holds throughout
  std::vector<Interval> saturated;  ///< 0 < |f′| < limit
  std::vector<Interval> dead;       ///< f′ = 0 throughout
};

/// Features of f on [low, high], found between `steps` even samples and refined by bisection to the last
/// digits; what happens twice between two samples is not seen. Values and slopes that are not finite belong
/// to no feature.
Features features(const std::function<double(double)>& f, const std::function<double(double)>& slope,
                  double low, double high, double saturation_limit, int steps = 800);

}  // namespace theta
