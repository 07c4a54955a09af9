// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/mean_field.h"

#include <vector>

namespace theta {

/// How the correlation of two inputs of variance q > 0 changes from a layer to the next, which makes their
/// variance q′: c ↦ (σ_w² E[φ(u₁)φ(u₂)] + σ_b²)/q′, u₁ and u₂ normal of variance q and correlation c (Poole
/// et al. 2016: q′ = q). As a power series in c by Mehler's formula: its coefficients are squares of Hermite
/// coefficients of φ, of which 400 are taken. For smooth φ it is right to 1e-12; with kinks to 1e-6 near c
/// = 1.
class CorrelationMap {
 public:
  CorrelationMap(const Unit& unit, const Initialisation& init, double q);

  double at(double c) const;     ///< 0 ≤ c ≤ 1
  double slope(double c) const;  ///< χ_c = σ_w² E[φ′(u₁)φ′(u₂)] q/q′
  /// Where two inputs end, from any correlation between 0 and 1 but 1 itself: 1 where they merge.
  double limit() const;

 private:
  std::vector<double> coefficients_;  ///< of c⁰, c¹, …, c = 1 giving what q says
  double factor_;                     ///< the slope at 1: χ₁ q/q′
};

}  // namespace theta
