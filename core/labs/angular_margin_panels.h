// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_scene.h"
#include "core/labs/training_memo.h"
#include "core/model/figure.h"

namespace theta {

/// The target's logit as a function of the angle, its slopes, and the verdicts of all losses on the sample.
void add_curves_view(const MarginScene& scene, Figure& figure);

/// Class weights and the sample on the circle, the sectors each class wins, the loss and its gradient.
void add_circle_view(const MarginScene& scene, Figure& figure);

/// The network's embedding at a step of its training, with the sectors the margin allows, and how loss and
/// angles came there. Brings its own readings and words.
void add_training_view(const AngularMargin& lab, const TrainingSight& sight, Figure& figure);

/// Rings beside the sphere that turn and tilt it.
void add_sphere_handles(const AngularMargin& lab, Panel& panel, std::vector<Handle>& handles);

}  // namespace theta
