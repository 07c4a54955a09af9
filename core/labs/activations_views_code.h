// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// The scripts of the lab's views, each in the file of its name.

namespace theta {

struct Activations;

std::string activations_curves_code(const Activations& activations);
std::string activations_errors_code(const Activations& activations);
std::string activations_input_code(const Activations& activations);
std::string activations_gate_code(const Activations& activations);
std::string activations_depth_code(const Activations& activations);
std::string activations_layers_code(const Activations& activations);
std::string activations_history_code(const Activations& activations);

}  // namespace theta
