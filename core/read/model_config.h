// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/rope.h"
#include "core/math/rotary_scaling.h"
#include "core/model/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace theta {

/// The rotary embedding of one kind of a model's layers.
struct RotaryConfig {
  std::string kind = "all";  ///< all, or global and local where a model has layers that see a window only
  RopeLayout layout = RopeLayout::half_split;
  std::int64_t head_dimension = 0, rotary_dimensions = 0;
  double base = 0;
  std::int64_t context = 0;  ///< the longest sequence the model is used for
  RotaryScaling scaling = RotaryScaling::none;
  RotaryScalingParameters parameters;  ///< its `length` that of the trained context
  std::vector<Text> read;              ///< what stood in the file
  std::vector<Text> assumed;           ///< what did not, and where it comes from
};

struct ModelConfig {
  std::string name;  ///< what the file calls the model; empty where it does not
  std::vector<RotaryConfig> layers;
};

/// The rotary embedding of a published model from the text of its config.json, as the transformers library
/// reads it. Throws InputError in the name of `where`, which is the file's: text that is no such file, facts
/// that are missing, of a wrong type or out of any range; for a model without rotary embedding it says which
/// scheme that model uses.
ModelConfig read_model_config(std::string_view text, const std::string& where);

}  // namespace theta
