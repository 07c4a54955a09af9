// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/rotary_scaling.h"

#include <string>

namespace theta {

/// Lines of Python that define `pairs`, `i` and `unscaled`, the inverse frequencies without scaling.
std::string inverse_frequency_code();

/// Functions of Python: cosine and sine of the products of two lists of numbers. Their rounding is made good,
/// so that distances of millions of tokens keep their digits.
std::string phasors_code();

/// A function of Python named after a scaling rule, which gives the frequencies under it and its attention
/// factor, from the lab's parameters and `unscaled`.
std::string rotary_scaling_code(RotaryScaling rule);
std::string rotary_scaling_name(RotaryScaling rule);

}  // namespace theta
