// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/angular_margin_scene.h"
#include "core/labs/training_memo.h"
#include "core/model/figure.h"

#include <span>
#include <string>
#include <vector>

namespace theta {

/// The target's logit as a function of the angle, its slopes, and the verdicts of all losses on the sample.
void add_curves_view(const MarginScene& scene, Figure& figure);

/// The chosen loss's T and those it is compared with, the sample among them and the best other class.
Panel margin_target_panel(const MarginScene& scene);

/// A ring that moves the sample along an axis of angles to its target, at a height.
Handle theta_handle(const MarginScene& scene, std::string panel, double height);

/// The plane of the angles to the target and its rival: where samples can lie, who wins there, and the
/// margin.
void add_plane_view(const MarginScene& scene, Figure& figure);

/// Class weights and the sample on the circle, with rings on all of them.
Panel margin_circle_panel(const MarginScene& scene);
std::vector<Handle> margin_circle_handles(const MarginScene& scene);

/// Class weights and the sample on the circle, the sectors each class wins, the loss and its gradient.
void add_circle_view(const MarginScene& scene, Figure& figure);

/// A bar a class, which a click makes the target; the axis of values is the caller's.
Panel class_bars_panel(const MarginScene& scene, const std::string& id, Text title,
                       std::span<const double> values);

/// Class weights and the sample on the sphere, the regions each class wins, and the sample's probabilities.
void add_sphere_view(const MarginScene& scene, Figure& figure);

/// How large a margin and how small a scale a number of classes allows. Brings its own readings and words.
void add_bounds_view(const AngularMargin& lab, Figure& figure);

/// The network's embedding at a step of its training, with the sectors the margin allows, and how loss and
/// angles came there. Brings its own readings and words.
void add_training_view(const AngularMargin& lab, const TrainingSight& sight, Figure& figure);

/// A ring beside the sphere that turns it about its axis and tilts it.
void add_turning_handle(const AngularMargin& lab, Panel& panel, std::vector<Handle>& handles);

}  // namespace theta
