// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <cstddef>

// What tells the versions of a sweep's layers apart where colours do not: in print without colours, and for
// readers who see few of them.

namespace theta {

/// Where dashes and markers say the value: another look for each of 20 numbers. Curves have dashes, then
/// markers on them in place of their own; points have markers, then smaller ones; bands are the
/// darker the later.
void set_cue(Layer& layer, std::size_t number);

/// The same for what stands beside and has no name: another dash or marker than `set_cue` gives, or none.
void set_cue_beside(Layer& layer, std::size_t number, std::size_t curve);

/// Where a key says the layer: the `number`-th curve has its dash and, from the fifth on, a marker.
void set_cue_of_layer(Curve& curve, std::size_t number);

/// What says the value where a key says the layer by its dash: a marker, and from the fifth on a width too.
void set_marker_of_value(Curve& curve, std::size_t number);

/// What says the `number`-th of `count` values where dashes and markers say the layer: the later, the wider
/// or larger; never as the layer itself is.
void set_weight_of_value(Layer& layer, std::size_t number, std::size_t count);

}  // namespace theta
