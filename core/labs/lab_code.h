// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lab.h"

#include <string>

// The scripts that recompute a lab's numbers (Lab::code), each in the file of its name.

namespace theta {

struct Activations;
struct Rope;
struct AttentionDecay;
struct AngularMargin;
struct Receptive;
struct GumbelSoftmax;

std::string activations_code(const Activations& activations, CodeLibrary library);
std::string rope_code(const Rope& rope, CodeLibrary library);
std::string attention_decay_code(const AttentionDecay& parameters, CodeLibrary library);
std::string angular_margin_code(const AngularMargin& margin, CodeLibrary library);
std::string receptive_field_code(const Receptive& receptive, CodeLibrary library);
std::string gumbel_softmax_code(const GumbelSoftmax& gumbel, CodeLibrary library);

}  // namespace theta
