// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/rope.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace theta {

/// How a model without rotary embedding knows where a token stands.
enum class PositionScheme {
  learned_absolute,
  sinusoidal,
  alibi,
  relative_bias,
  relative_attention,
  convolution,
  none
};

/// What a model class with rotary embedding takes where its config.json says nothing, and what it fixes and
/// no file says. 0 stands for: it has no default.
struct RotaryClass {
  std::vector<std::string_view> names;  ///< as in `model_type`
  RopeLayout layout = RopeLayout::half_split;
  double base = 10'000;
  std::int64_t hidden_size = 0, heads = 0, head_dimension = 0, context = 0;
  double rotary_share = 1;             ///< of the head
  std::int64_t rotary_dimensions = 0;  ///< where the class names a number rather than a share
  std::int64_t apart = 0;              ///< dimensions of the head kept apart from the rotated ones
  std::int64_t original_context = 0;
  double local_base = 0;        ///< of layers that see a window, where their base is another
  bool local_unscaled = false;  ///< scaling rules leave the layers that see a window alone
  bool some_without = false;    ///< some layers rotate nothing
};

/// A model class that uses another scheme.
struct OtherClass {
  std::vector<std::string_view> names;
  PositionScheme scheme = PositionScheme::none;
};

/// The class of that name, or null. Values are those of the transformers library's configuration classes,
/// or of the model's own code where it brings some.
const RotaryClass* find_rotary_class(std::string_view model_type);
const OtherClass* find_other_class(std::string_view model_type);

/// The name in either list that an `architectures` entry such as LlamaForCausalLM belongs to; empty if none.
std::string_view class_of_architecture(std::string_view architecture);

}  // namespace theta
