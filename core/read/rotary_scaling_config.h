// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "core/read/config_values.h"
#include "core/read/model_class.h"
#include "core/read/model_config.h"

namespace theta {

/// Reads the rule by which a layer's rotation was stretched to longer sequences, and its parameters. What
/// `rotation`, an object of `config`, does not say is taken as the class has it, and `of_the_class` says so.
/// The layer's context and rotary dimensions are known by then. Throws InputError.
void read_scaling(RotaryConfig& layer, const ConfigValues& rotation, const ConfigValues& config,
                  const RotaryClass& known, const Text& of_the_class);

}  // namespace theta
