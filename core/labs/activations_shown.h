// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/activations_parameters.h"
#include "core/math/activation.h"
#include "core/math/mean_field.h"
#include "core/model/figure.h"
#include "core/model/lab.h"

#include <functional>
#include <string>
#include <vector>

namespace theta {

/// A function to draw: one of the named ones at the lab's parameters, or the user's own.
struct Shown {
  std::string id;
  std::string name;
  Role role = Role::series_1;
  Dash dash = Dash::solid;
  bool highlighted = false;
  bool bends = true;  ///< has a curvature worth drawing
  std::function<ActivationValue(double)> at = {};
  std::function<double(double)> value = {};  ///< alone, where that takes less
  std::vector<Kink> kinks = {};
};

Shown named_function(Function function, const Activations& activations);

/// The function the point and the readings are about.
Shown highlighted_function(const Activations& activations);

/// A function as networks have it: 0 where it has no value, a large number where it is infinite.
Unit unit_of(const Shown& shown);

/// With slope and curvature of one's own formula by plain differences, which take a twentieth of the time.
Shown with_plain_differences(Shown shown);

/// The same for a pass: in the quick one with plain differences.
Unit unit_of(const Shown& shown, const Pass& pass);

/// Whether a pass is the quick one of layers that take long, and how wide these are in that pass.
bool is_first_of_deep(const Activations& activations, const Pass& pass);
int width_drawn(const Activations& activations, const Pass& pass);

/// The bins of the histograms of what layers receive, and how far from 0 these reach.
inline constexpr int received_bins = 61;
double received_reach(const Activations& activations);

/// How far the axis of bias variances goes.
double highest_bias_variance(const Activations& activations);

/// The axis of what layers put out.
Limits put_out_limits(const Activations& activations);

/// The bins of the density a normal input has behind the unit, and the axis they are on.
inline constexpr int output_bins = 120;
Limits output_limits(const Activations& activations);

/// What the lab draws over one another: those chosen and the highlighted one.
std::vector<Function> drawn_functions(const Activations& activations);

/// The same, each with its colour and dash.
std::vector<Shown> shown_functions(const Activations& activations);

/// A function and the cheaper ones that stand in for it.
struct Compared {
  Activation exact;
  std::vector<Activation> approximations;
};
Compared compared(Comparison comparison);

/// A gated unit: what it puts its gate through, and its name.
struct GateFacts {
  Activation activation;
  const char* name;
};
GateFacts facts_of(Gate gate);

/// The functions known by a year, the newest last.
std::vector<Function> known_by(int year);

enum class Order { value, slope, curvature };

/// A function's curve in one of the panels, cut where it is not finite.
Curve curve_of(const Shown& shown, Order order, const Activations& a);

// The views of the lab, each in a file of its name.
Figure draw_curves(const Activations& a, const Pass& pass);
Figure draw_errors(const Activations& a);
Figure draw_input(const Activations& a);
Figure draw_gate(const Activations& a);
Figure draw_depth(const Activations& a, const Pass& pass);
Figure draw_layers(const Activations& a, const Pass& pass);
Figure draw_history(const Activations& a);

}  // namespace theta
