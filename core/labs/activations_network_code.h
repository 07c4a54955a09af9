// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// Parts of the scripts of networks of many layers, whose unit f is defined before.

namespace theta {

struct Activations;

/// Defines bounded, second_moment, next_variance and the variance of each layer.
extern const char* const variance_code;

/// Draws one network of finite width and follows an input through it; defines weights, received and
/// mean_squares.
extern const char* const network_code;

/// Whether plain Python draws the weights in a moment, and no rounding error grows to what one sees: chaos
/// multiplies them from layer to layer.
bool follows_network(const Activations& activations);

/// What a script says where it does not.
extern const char* const no_network_code;

}  // namespace theta
