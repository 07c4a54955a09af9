// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labs/receptive_field_parameters.h"
#include "core/math/effective_receptive_field.h"
#include "core/math/units_read.h"
#include "core/model/lab.h"

#include <vector>

namespace theta {

inline constexpr double width_work = 1.5e5;  ///< multiplications for the exact widths of all layers

/// What the panels of the lab share: the fields of all layers and what the followed unit reads.
struct ReceptiveScene {
  const Receptive& receptive;
  std::vector<AxisLayer> shapes;
  std::vector<LayerField> fields;
  std::vector<PositionMoments> moments;

  std::size_t layer = 0;                   ///< of the unit that is followed
  bool followed = false;                   ///< there is such a unit, and what it reads fits in memory
  std::int64_t unit = 0, unit_of_row = 0;  ///< along the first axis, along the second
  std::vector<Range> ranges = {};          ///< top down: what it reads of each layer, end to end
  std::vector<UnitsRead> read = {};        ///< exactly
  UnitsRead read_of_row = {};              ///< of the image along the second axis

  bool weighed = false;                            ///< the gradient was affordable
  GradientProfile profile = {}, row_profile = {};  ///< shown along the first axis; the paths along the second
  GradientProfile paths = {};                      ///< the mean gradient, also where signs are drawn
  std::vector<double> widths = {};  ///< of the effective field per layer, NaN where not affordable
  int draws = 0;                    ///< of the networks asked for, how many there was time for
  bool partial = false;

  const LayerField& field() const { return fields[layer]; }
  bool defined(std::size_t at) const { return fields[at].missing == NoField::defined; }
  std::size_t depth() const { return shapes.size(); }
  double centre() const { return field().centre(unit); }
  double centre_of_row() const { return field().centre(unit_of_row); }
  Range region() const { return field().region(unit); }
  double deviation() const;
  bool knows_all_widths() const;  ///< of layers that have a field
  bool varies() const;            ///< some layer's units read regions of different size
  std::int64_t image() const { return receptive.input_size; }
};

ReceptiveScene receptive_scene(const Receptive& receptive, const Pass& pass);

inline constexpr Role read_role = Role::series_1, effective_role = Role::series_2, jump_role = Role::series_3,
                      size_role = Role::series_4, start_role = Role::series_5, reached_role = Role::series_6,
                      unit_role = Role::highlight, padding_role = Role::negative;

}  // namespace theta
