// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace theta {

/// Points of a function for drawing; y is NaN where the line is cut.
struct Samples {
  std::vector<double> x, y;
  std::optional<double> left_at;  ///< the first x at which the function is not finite or beyond the bound
};

/// Where a curve is not to be joined or needs a point exactly.
struct Corner {
  double x = 0;
  bool cut = false;  ///< the line is cut here
};

/// Samples f on [low, high]: `coarse` even steps, then halved wherever the line between two points would miss
/// the function by more than `tolerance`, at most `depth` times. Corners, ascending, get a point on either
/// side, one last double apart; where the line is cut the corner itself is on the side its value belongs to.
/// Values that are not finite, or whose size is beyond `bound`, cut the line. low < high, coarse ≥ 1.
Samples sample(const std::function<double(double)>& f, double low, double high,
               std::span<const Corner> corners, double tolerance, double bound, int coarse = 96,
               int depth = 6);

}  // namespace theta
