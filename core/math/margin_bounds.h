// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/angular_margin.h"

namespace theta {

/// What can be said about a number that may have no closed form.
struct Bound {
  double value = 0;
  bool exact = true;  ///< otherwise the true number is smaller
};

/// The least the loss can be with C ≥ 2 centres at a regular simplex, every feature on its centre, and scale
/// s: ln(1 + (C − 1) e^{−sC/(C−1)}). Wang et al., NormFace, 2017.
double loss_floor(double classes, double scale);

/// The target's probability there.
double simplex_probability(double classes, double scale);

/// The least scale that lets the target's probability reach P, 0 < P < 1: (C − 1)/C · ln((C − 1) P / (1 −
/// P)), or 0 where chance alone suffices. Wang et al., CosFace, 2018, equation 6.
double scale_lower_bound(double classes, double probability);

/// The target's probability with C centres evenly on the circle, every feature on its centre.
double circle_probability(int classes, double scale);

/// The largest smallest angle C ≥ 2 centres in d ≥ 2 dimensions can keep: 2π/C on the circle, the simplex's
/// for C ≤ d + 1, π/2 for C ≤ 2d (Rankin, 1955), else a bound from above: Fejes Tóth's on the sphere, and
/// beyond it π/2 or, where it is less, the angle at which caps of half of it about all centres would fill the
/// whole sphere.
Bound widest_angle(double classes, double dimensions);

/// The largest m3 CosFace can satisfy: 1 − cos of that angle. Wang et al., CosFace, 2018, equation 7.
Bound cosine_margin_bound(double classes, double dimensions);

/// Half the width, in radians, of the sector a class may fill when C centres stand evenly on the circle and a
/// loss's margin is met against both neighbours: the largest θ with T(θ) ≥ cos(2π/C − θ). Negative where the
/// margin cannot be met even at the centre. Closed forms for those with one margin; φ = 2π/C.
double normface_half_width(int classes);
double sphereface_half_width(int classes, double m);
double arcface_half_width(int classes, double m2);
double cosface_half_width(int classes, double m3);

/// The same by bisection on T itself, for any loss; 0 where the margin cannot be met at the centre.
double sector_half_width(const Margin& margin, int classes);

/// θ2 at class 1's boundary, in radians: arccos of ratio · T(θ1), where `ratio` is the target's scale divided
/// by the rival's. Where even the rival's own direction loses it is 0; none where no θ2 lies on the boundary
/// because ratio · T(θ1) is below −1.
std::optional<double> boundary_angle(const Margin& margin, double theta, double ratio = 1);

/// The smallest margin multiplier with which the largest angle inside a class stays below the smallest
/// between classes: 2 + √3 for two classes, 3 for many.
double least_multiplier_two_classes();
double least_multiplier_many_classes();

}  // namespace theta
