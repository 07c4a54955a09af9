// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figure.h"
#include "core/model/sheet.h"
#include "core/model/text.h"

#include <cstddef>
#include <vector>

namespace theta {

enum class Crowded {
  small_plot,
  legend_over_drawing,
  legend_left_out,
  label_over_drawing,
  label_left_out,
  title_cut,
  axis_title_cut,
  remarks_cut
};

/// Something in a figure that has too little room on its sheet.
struct Crowding {
  Crowded kind;
  std::size_t panel = 0;         ///< its index in the figure
  std::vector<Text> words = {};  ///< the labels that are meant
  double millimetres = 0;        ///< a small plot's shorter side
};

/// All of it in a figure already set on the sheet, found where it is painted, with the worst of a kind first.
std::vector<Crowding> crowding(const Figure& figure, const Sheet& sheet);

}  // namespace theta
