// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep.h"

#include "app/offscreen.h"
#include "app/save_file.h"

#include <optional>

namespace theta {

void run_sweep(const Sweep& sweep) {
  Origin origin = choose_values(lab_named(sweep.lab), sweep.choosing);
  origin.sweep = SweepOf{sweep.vary, sweep.grid.value_or("")};
  const Figure figure = drawn(origin);
  Sheet sheet = sweep.sheet;
  if (sweep.grid) sheet.panels.clear();  // the one panel was chosen by the grid
  std::optional<Offscreen> offscreen;
  if (is_painted(sweep.format)) offscreen.emplace();
  write_output(sweep.output, figure_file(figure, origin, sweep.format, sheet));
}

}  // namespace theta
