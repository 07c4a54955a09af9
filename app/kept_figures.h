// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"

#include <cstddef>
#include <vector>

namespace theta {

/// Figures that were drawn one after the other, so that they need not be drawn again: from the first on, as
/// many as memory can well hold.
class KeptFigures {
 public:
  /// `most_bytes`: what they may take, as far as it can be told from what they show.
  explicit KeptFigures(std::size_t most_bytes = std::size_t{256} << 20) : left_(most_bytes) {}

  void keep(const Figure& next);

  /// Null where it was not kept.
  const Figure* at(std::size_t place) const { return place < figures_.size() ? &figures_[place] : nullptr; }

 private:
  std::vector<Figure> figures_;
  std::size_t left_;
};

}  // namespace theta
