// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/describe.h"
#include "core/model/lab.h"
#include "core/read/model_config.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <vector>

// What labs with a rotary embedding (core/labs/rotary_parameters.h) take from a published model.

namespace theta {

/// What a model's config.json says about a lab with these fields, a variant for each kind of layer. Throws
/// InputError, also where the model lies outside the lab's ranges.
Imported import_model(const std::filesystem::path& path, const std::vector<Field>& fields,
                      const std::function<Values(const RotaryConfig&)>& values_of);

/// The parameters all these labs share, from one kind of a model's layers.
template <class Parameters>
void set_rotation(Parameters& p, const RotaryConfig& layer) {
  // More than the lab's whole numbers hold is out of its ranges anyhow.
  const auto narrowed = [](std::int64_t number) {
    return static_cast<int>(std::min<std::int64_t>(number, std::numeric_limits<int>::max()));
  };
  p.head_dimension = narrowed(layer.head_dimension);
  p.rotary_dimensions = narrowed(layer.rotary_dimensions);
  p.base = layer.base;
  p.context = layer.context;
  const RotaryScalingParameters& scaling = layer.parameters;
  p.original_context = std::max<std::int64_t>(1, std::llround(scaling.original_context));
  p.scaling = layer.scaling;
  p.length = p.original_context;
  if (layer.scaling == RotaryScaling::none) return;
  p.factor = scaling.factor;
  p.beta_fast = scaling.beta_fast;
  p.beta_slow = scaling.beta_slow;
  p.truncate = scaling.truncate;
  p.mscale = scaling.mscale;
  p.mscale_all_dim = scaling.mscale_all_dim;
  p.attention_factor = scaling.attention_factor.value_or(0);
  p.low_frequency_factor = scaling.low_frequency_factor;
  p.high_frequency_factor = scaling.high_frequency_factor;
  p.short_factors = scaling.short_factors;
  p.long_factors = scaling.long_factors;
}

/// A lab's import; `set_others` sets what no other lab has.
template <class Parameters>
Imported import_rotary(const std::filesystem::path& path,
                       void (*set_others)(Parameters&, const RotaryConfig&) = nullptr) {
  return import_model(path, fields<Parameters>(), [&](const RotaryConfig& layer) {
    Parameters p;
    set_rotation(p, layer);
    if (set_others) set_others(p, layer);
    return to_values(p);
  });
}

}  // namespace theta
