// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/gumbel_softmax_scene.h"
#include "core/model/figure.h"

namespace theta {

/// One colour, one thing, in all panels of the lab.
inline constexpr Role gumbel_law_role = Role::series_1, gumbel_sample_role = Role::series_2,
                      gumbel_winner_role = Role::series_3, gumbel_entropy_role = Role::series_6,
                      gumbel_score_role = Role::series_1;

/// The names of the classes, counted from 1, at whole places from 0.
Axis class_axis(const GumbelScene& scene);

/// τ over its whole range.
Axis temperature_axis();

/// π as bars to drag, and how often each class won.
Panel probabilities_panel(const GumbelScene& scene);
std::vector<Handle> probability_handles(const GumbelScene& scene);

/// The draw shown by itself, beside the one-hot vector of its winner.
Panel sample_panel(const GumbelScene& scene);

/// Where samples lie: for two classes a histogram over the density, for three the simplex, beyond that the
/// histograms of all components.
Panel law_panel(const GumbelScene& scene);

/// E max y and E entropy against temperature, with a handle on the temperature.
Panel sharpness_panel(const GumbelScene& scene, const Pass& pass);
Handle temperature_handle(const GumbelScene& scene, std::string panel, double y);

/// E y_k against temperature, and beside π at the present one.
Panel means_panel(const GumbelScene& scene, const Pass& pass);
Panel mean_bars_panel(const GumbelScene& scene);

/// Bias, spread and single-sample values of gradient estimators.
void add_gradient_view(Figure& figure, const GumbelScene& scene, const Pass& pass);

/// A falling temperature, with noise and without.
void add_annealing_view(Figure& figure, const GumbelScene& scene);

/// The Gaussian counterpart, and where the score function is the better choice.
Figure gaussian_figure(const GumbelSoftmax& lab, const Pass& pass);

}  // namespace theta
