// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_scene.h"
#include "core/model/figure.h"

namespace theta {

/// The target's logit as a function of the angle, its slopes, and the verdicts of all losses on the sample.
void add_curves_view(const MarginScene& scene, Figure& figure);

}  // namespace theta
