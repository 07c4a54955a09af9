// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/receptive_field.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace theta {

/// From the top down: the units that unit `unit` of layer `layer` reads in each layer below and in the image
/// (item 0), as one range a layer, over branches too, as if no layer ended: r_{l−1} = (r_l − 1) s + κ. Empty
/// for layers it does not read. Fields as from `receptive_fields`; layer ≤ their number. Ranges end where
/// their numbers would pass 2⁵³.
std::vector<Range> ranges_read(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                               std::size_t layer, std::int64_t unit);

/// From the bottom up: the units of each layer, from the first to the last, that read unit `unit` of layer
/// `layer`; empty for layers below and for those it does not reach. Only units that are there.
std::vector<Range> ranges_reached(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                  std::size_t layer, std::int64_t unit);

/// What a unit reads of one layer.
struct UnitsRead {
  std::vector<Range> runs = {};  ///< of units that are there, ascending, apart from each other
  Range reach = {};              ///< from the first to the last that is read, zeros of the padding counted
  std::int64_t count() const;
};

/// Exactly what unit `unit` of layer `layer`, 0 ≤ unit < its size, reads in that layer (itself), in each
/// below and in the image (item 0). Zeros of the padding are read but read nothing themselves. Needs memory
/// of a bit for each unit between the first and the last read of a layer. The fields of all layers read are
/// defined.
std::vector<UnitsRead> units_read(std::span<const AxisLayer> layers, std::span<const LayerField> fields,
                                  std::size_t layer, std::int64_t unit);

}  // namespace theta
