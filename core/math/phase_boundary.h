// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/mean_field.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace theta {

/// E[φ²] and E[φ′²] of N(0, q) for ascending variances, dense about 1: with them any initialisation is
/// followed through its layers without another integral.
struct MomentTable {
  std::vector<double> q, second_moment, slope_second_moment;
  std::size_t one = 0;  ///< q[one] = 1
};
/// From q = 1e-10 to 1e12, `a_side` ≥ 1 of them below 1 and as many above.
MomentTable moment_table(const Unit& unit, int a_side);

/// Where networks that begin with variance 1 turn from ordered, χ₁ < 1 in the long run, to chaotic.
struct PhaseBoundary {
  double weight_variance = 0;
  /// The variance stays bounded there and χ₁ passes through 1: the edge of chaos. Otherwise χ₁ jumps, or the
  /// variance grows without limit.
  bool is_edge = false;
};
/// For a bias variance ≥ 0; none where weight variances up to 25 stay ordered. On the edge of chaos as exact
/// as the table is dense: 1e-3 with 60 a side.
std::optional<PhaseBoundary> phase_boundary(const MomentTable& table, double bias_variance);
/// The same to 1e-11 on the edge of chaos, with integrals of the unit.
std::optional<PhaseBoundary> phase_boundary(const MomentTable& table, double bias_variance, const Unit& unit);

}  // namespace theta
