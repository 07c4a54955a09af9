// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <memory>

// Figures to test the drawing with; their numbers mean nothing.

namespace theta {

/// A plane with handles, a grid of dials, two curves over a distance, a log plot. `phase` moves all the data.
Figure four_panels(double phase = 0);

/// Each kind of layer, axis and frame.
Figure all_kinds();

inline std::shared_ptr<const Figure> shared(Figure figure) {
  return std::make_shared<const Figure>(std::move(figure));
}

}  // namespace theta
